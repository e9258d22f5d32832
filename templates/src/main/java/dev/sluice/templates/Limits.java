package dev.sluice.templates;

/**
 * What one template may cost. Size and depth are checked when it compiles, the rest while it runs; whichever is exceeded
 * ends in a {@link TemplateException}.
 *
 * @param length characters of the template, 65,536 by default
 * @param depth blocks, partials or sub-expressions inside each other, 32 by default
 * @param iterations rounds of one loop, 1,000 by default
 * @param steps pieces of the template that one rendering may run, 100,000 by default
 * @param output characters that one rendering may write, 1,048,576 by default
 */
public record Limits(int length, int depth, int iterations, int steps, int output) {
    private static final Limits STANDARD = new Limits(64 * 1024, 32, 1_000, 100_000, 1024 * 1024);

    public Limits {
        if (length < 1 || depth < 1 || iterations < 1 || steps < 1 || output < 1) {
            throw new IllegalArgumentException("every limit of a template must be at least 1");
        }
    }

    /** The defaults. */
    public static Limits standard() {
        return STANDARD;
    }
}
