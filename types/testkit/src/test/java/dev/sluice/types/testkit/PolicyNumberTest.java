package dev.sluice.types.testkit;

import dev.sluice.types.FieldType;
import java.util.List;

/** The type of a host keeps the contract; the README shows this class. */
class PolicyNumberTest extends FieldTypeContract {
    @Override
    protected FieldType type() {
        return new PolicyNumber();
    }

    @Override
    protected List<String> accepted() {
        return List.of("AB-12345678", "ab12345678");
    }
}
