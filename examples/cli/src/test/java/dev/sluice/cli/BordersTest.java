package dev.sluice.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of the command, and of what it is made of beside core, use each other in one direction only. */
class BordersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.sluice.cli",
                "dev.sluice.jdbc",
                "dev.sluice.batch",
                "dev.sluice.workbench",
                "dev.sluice.types.internal",
                "dev.sluice.rules.internal",
                "dev.sluice.templates.internal",
                "dev.sluice.http.internal"
            })
    void packages_do_not_go_round_in_circles(String root) {
        JavaClasses part = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);

        assertThat(part.size()).isPositive();
        slices().assignedFrom(new Packages(root)).should().beFreeOfCycles().check(part);
    }

    /** A slice a package. */
    private record Packages(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.equals(root) || name.startsWith(root + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }
}
