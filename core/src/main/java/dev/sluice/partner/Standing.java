package dev.sluice.partner;

/** How one account stands to another whose things it wants to use. */
enum Standing {
    /** Connected, and may send leads. */
    SOURCE,
    /** Connected, and may get leads. */
    BUYER,
    /** Was connected, or the connection rests. */
    FORMER,
    /** Asked, or was asked; nobody has accepted. */
    PENDING,
    /** Nothing between them. */
    STRANGER
}
