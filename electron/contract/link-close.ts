/** Why the engine's side closes a WebSocket; numbers from the range that RFC 6455 leaves to applications. */
export const LinkClose = {
  /** No hello in time, or one with a token that opens nothing. */
  refused: 4001,
  /** The hello speaks another protocol; the reason is the engine's own protocol number. */
  wrongProtocol: 4002,
  /** What arrived is not a message of the contract. */
  notUnderstood: 4003,
  /** The engine is ending. */
  ended: 4004,
} as const;
