package dev.sluice.rules.internal.expression;

import dev.sluice.types.Scope;
import org.mvel2.integration.VariableResolver;
import org.mvel2.integration.impl.BaseVariableResolverFactory;
import org.mvel2.integration.impl.SimpleValueResolver;

/** What the names of a generated text stand for during one evaluation. Nothing can be added or changed. */
final class MvelVariables extends BaseVariableResolverFactory {
    private static final long serialVersionUID = 1;

    private final transient Object[] constants;
    private final transient Term[] variables;
    private final transient Scope scope;
    private final transient Operations operations;

    MvelVariables(Object[] constants, Term[] variables, Scope scope, Operations operations) {
        this.constants = constants;
        this.variables = variables;
        this.scope = scope;
        this.operations = operations;
    }

    @Override
    public VariableResolver getVariableResolver(String name) {
        return new SimpleValueResolver(value(name));
    }

    private Object value(String name) {
        char first = name.charAt(0);
        if (first == MvelText.CONSTANT) {
            return constants[Integer.parseInt(name, 1, name.length(), 10)];
        }
        return first == MvelText.VARIABLE
                ? variables[Integer.parseInt(name, 1, name.length(), 10)].evaluate(scope, operations)
                : operations;
    }

    @Override
    public boolean isTarget(String name) {
        return isResolveable(name);
    }

    @Override
    public boolean isResolveable(String name) {
        char first = name.charAt(0);
        boolean numbered = (first == MvelText.CONSTANT || first == MvelText.VARIABLE) && name.length() > 1;
        return name.equals(MvelText.OPERATIONS) || (numbered && Character.isDigit(name.charAt(1)));
    }

    @Override
    public VariableResolver createVariable(String name, Object value) {
        throw new UnsupportedOperationException("expressions have no variables of their own");
    }

    @Override
    public VariableResolver createVariable(String name, Object value, Class<?> type) {
        return createVariable(name, value);
    }
}
