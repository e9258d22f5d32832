package dev.sluice.templates.internal.text;

/** A text that may be read a limited number of times, since a search may begin again at every character. */
final class MeteredText implements CharSequence {
    private final String text;
    private long left;

    /** {@code text} of which characters are read at most {@code reads} times, all together. */
    MeteredText(String text, long reads) {
        this.text = text;
        this.left = reads;
    }

    /** @throws IllegalArgumentException when it has been read too often */
    @Override
    public char charAt(int index) {
        if (left-- <= 0) {
            throw new IllegalArgumentException("the pattern takes too many steps on a text this long");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
