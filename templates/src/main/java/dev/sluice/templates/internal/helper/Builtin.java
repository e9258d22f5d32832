package dev.sluice.templates.internal.helper;

/**
 * A built-in helper.
 *
 * @param signature its arguments
 * @param binder makes it ready for one place in a template
 * @param raw true when its text is never escaped
 */
public record Builtin(Signature signature, Binder binder, boolean raw) {

    static Builtin of(String signature, Function function) {
        return new Builtin(Signature.of(signature), site -> function, false);
    }

    static Builtin bound(String signature, Binder binder) {
        return new Builtin(Signature.of(signature), binder, false);
    }

    /** Makes a helper ready for one place; wrong constants are refused here. */
    @FunctionalInterface
    public interface Binder {
        Function bind(Site site);
    }
}
