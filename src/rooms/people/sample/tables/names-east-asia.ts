import { namesOf } from './name-table.ts';

// Written for this project from names common among Harrow's families; no list of real people was used.

/** Middle name is the mother's surname before marriage; `conventions.ts` does it. */
export const filipino = namesOf({
  boys: 'Joshua Gabriel Angelo Nathaniel Miguel Christian Ethan Liam Jericho Paolo', girls: 'Angelica Althea Princess Samantha Bea Chloe Jasmine Andrea Mikaela Sofia',
  men: 'Jose Roberto Michael Antonio Ronaldo Eduardo Mark Ramon', women: 'Maria Marites Jocelyn Rowena Cristina Analyn Jennifer Grace', surnames: 'Santos Reyes Cruz Bautista Garcia Mendoza Ramos Villanueva Aquino Dela-Cruz Castillo Navarro Mercado Pascual Salazar',
});

/** An English given name and a Chinese one; either may be the one used. */
export const chinese = namesOf({
  boys: 'Jason Kevin Ethan Lucas Ryan Aaron Hei-Yin Tsz-Hin Haoran Zihan Ming Jun', girls: 'Emily Chloe Sophie Hazel Joyce Yan-Yu Tsz-Ching Xinyi Zihan Mei Jing Wing-Lam',
  men: 'Wai-Ming Chi-Keung Kwok-Wai Jian Wei Lei Tony Raymond', women: 'Mei-Ling Wai-Yee Siu-Fong Li Fang Xiaoyan Carmen Winnie', surnames: 'Chan Wong Lee Cheung Lam Leung Wang Li Zhang Liu Chen Yang Ho Ng Tang',
});
