package dev.sluice.event;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;

/**
 * How private a field of a flow is declared to be.
 *
 * @param pii how private
 * @param style what its mask leaves of it
 */
public record FieldPrivacy(Pii pii, MaskStyle style) {
    public FieldPrivacy {
        requireNonNull(pii, "pii");
        requireNonNull(style, "style");
    }
}
