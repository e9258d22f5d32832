package dev.sluice.templates.internal.number;

import dev.sluice.templates.internal.date.Ordinals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A pattern of numbers, compiled: {@code 0,0.00}, {@code $0,0}, {@code (0.0%)}, {@code 0.0a}. Immutable. */
public final class NumberPattern {
    private static final int MAX_DIGITS = 1_000;

    private final Frame frame;
    private final Decimals decimals;
    private final Scale scale;
    private final boolean grouped;
    private final boolean ordinal;
    private final boolean ordinalSpace;
    private final int leading;
    private final char groupSign;
    private final char pointSign;

    private NumberPattern(String pattern, Locale locale) {
        String rest = pattern.indexOf('0') < 0 ? ofHashes(pattern) : pattern;
        this.frame = Frame.of(rest);
        this.scale = Scale.of(rest);
        this.ordinalSpace = rest.contains(" o");
        this.ordinal = rest.indexOf('o') >= 0;
        String digits = rest.replaceAll("[^0.,\\[\\]]", "");
        this.decimals = Decimals.of(digits);
        this.grouped = digits.indexOf(',') >= 0;
        this.leading = leading(digits);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        this.groupSign = symbols.getGroupingSeparator();
        this.pointSign = symbols.getDecimalSeparator();
    }

    /** Compiles {@code pattern} with the separators of {@code locale}. */
    public static NumberPattern of(String pattern, Locale locale) {
        return new NumberPattern(pattern, locale);
    }

    /** {@code $#,###} is written by people who know the patterns of spreadsheets: it means {@code $0,0}. */
    private static String ofHashes(String pattern) {
        int point = pattern.indexOf('.');
        String whole = point < 0 ? pattern : pattern.substring(0, point);
        String fraction = point < 0 ? "" : "[.]" + pattern.substring(point + 1).replace('#', '0');
        int first = whole.indexOf('#');
        int last = whole.lastIndexOf('#');
        String digits = whole.indexOf(',') >= 0 ? "0,0" : "0";
        return first < 0 ? pattern : whole.substring(0, first) + digits + fraction + whole.substring(last + 1);
    }

    private static int leading(String digits) {
        int end = 0;
        while (end < digits.length() && digits.charAt(end) == '0') {
            end++;
        }
        return end;
    }

    /** {@code number} as text; numbers of absurd length are given in full, without the pattern. */
    public String format(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS || number.scale() > MAX_DIGITS) {
            return number.toString();
        }
        Scale.Scaled scaled = scale.apply(frame.percent() ? number.movePointRight(2) : number, decimals);
        BigDecimal rounded = scaled.number();
        String suffix = scaled.suffix() + (ordinal ? (ordinalSpace ? " " : "") + ordinal(rounded) : "");
        return frame.around(digits(rounded.abs()) + suffix, rounded.signum());
    }

    private static String ordinal(BigDecimal number) {
        return Ordinals.of(number.setScale(0, RoundingMode.DOWN)
                .remainder(BigDecimal.valueOf(100))
                .longValue());
    }

    private String digits(BigDecimal number) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = decimals.trim(point < 0 ? "" : plain.substring(point + 1));
        String padded = "0".repeat(Math.max(0, leading - whole.length())) + whole;
        String shown = leading == 0 && whole.equals("0") ? "" : padded;
        return (grouped ? group(shown) : shown) + (fraction.isEmpty() ? "" : pointSign + fraction);
    }

    private String group(String digits) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(groupSign);
            }
            out.append(digits.charAt(i));
        }
        return out.toString();
    }
}
