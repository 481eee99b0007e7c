/** The part of oidc-provider 9 that the fake uses; the package carries no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Interaction {
    uid: string;
    params: Record<string, unknown>;
    prompt: { name: string };
  }
  export interface ClientLike {
    clientId: string;
    redirectUriAllowed(uri: string): boolean;
  }
  export interface GrantLike {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Client: { prototype: ClientLike };
    readonly Grant: new (about: { clientId: string; accountId: string }) => GrantLike;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    /** Keeps the result and returns the address where the sign-in goes on. */
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<string>;
    on(event: string, listener: (...about: unknown[]) => void): void;
  }
}
