package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.math.Formula;
import dev.sluice.types.Null;
import dev.sluice.types.Value;
import java.math.BigDecimal;

/** Calculates a formula that stands in the template; a result that is no number is null. */
final class Calculation {
    private static final int FORMULA = 0;
    private static final int FORMAT = 1;
    private static final int LOCALE = 2;
    private static final int DATA_TYPE = 3;

    private Calculation() {}

    static Function bind(Site site) {
        Value text = site.constant(FORMULA);
        if (text == null) {
            throw site.fault("the formula must be written in the template, not taken from the data");
        }
        Formula formula = formula(site, text.text());
        Result result = Result.bind(site, DATA_TYPE);
        Form form = Form.bind(site, FORMAT, LOCALE);
        int[] slots = formula.variables().stream().mapToInt(site::variable).toArray();
        return (a, at) -> {
            Value[] variables = new Value[slots.length];
            for (int i = 0; i < slots.length; i++) {
                variables[i] = a[slots[i]];
            }
            BigDecimal number = formula.value(variables);
            return number == null
                    ? Null.NULL
                    : result.of(form == Form.NONE ? Value.number(number) : form.number(number));
        };
    }

    private static Formula formula(Site site, String text) {
        try {
            return Formula.of(text);
        } catch (IllegalArgumentException e) {
            throw site.fault(String.valueOf(e.getMessage()));
        }
    }
}
