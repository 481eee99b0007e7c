/** The share of rows sent back, month by month, as bars with their figures; the table beside says the same. Black on white, so that it prints. */
export function ShareChart({ months }: { months: readonly { label: string; value: number }[] }) {
  const [width, height, low] = [420, 160, 130];
  const most = Math.max(0.02, ...months.map((one) => one.value));
  const step = (width - 10) / Math.max(1, months.length);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="Share of rows sent back by month; the table has the figures"
      width="100%"
    >
      <line x1={0} x2={width} y1={low} y2={low} stroke="#14191d" />
      {months.map((one, at) => {
        const tall = (one.value / most) * 100;
        const x = 5 + at * step;
        return (
          <g>
            <rect
              x={x.toFixed(1)}
              y={(low - tall).toFixed(1)}
              width={(step * 0.6).toFixed(1)}
              height={Math.max(1, tall).toFixed(1)}
              fill="#14191d"
            />
            <text x={x.toFixed(1)} y={(low - tall - 5).toFixed(1)} font-size="11">
              {(100 * one.value).toFixed(1)}%
            </text>
            <text x={x.toFixed(1)} y={low + 16} font-size="11">
              {one.label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
