package dev.sluice.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What may know what, over all modules that an application embeds. */
class BordersTest {
    private static final String CORE = "dev.sluice";
    private static final String JOURNEY = "dev.sluice.internal";
    private static final String DELIVERY = "dev.sluice.delivery..";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("/dev/sluice/delivery/testkit/"))
            .importPackages("dev.sluice");

    @Test
    void the_library_is_there_to_be_looked_at() {
        assertThat(LIBRARY.contain("dev.sluice.Sluice")).isTrue();
        assertThat(LIBRARY.contain("dev.sluice.types.Value")).isTrue();
        assertThat(LIBRARY.contain("dev.sluice.delivery.DeliveryPlugin")).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> dependencies_run_one_way() {
        return Stream.of(
                        knowsNothingOf(
                                "dev.sluice.types..", CORE, "dev.sluice.templates..", "dev.sluice.rules..", DELIVERY),
                        knowsNothingOf("dev.sluice.templates..", CORE, "dev.sluice.rules..", DELIVERY),
                        knowsNothingOf("dev.sluice.rules..", CORE, DELIVERY),
                        knowsNothingOf(DELIVERY, CORE, "dev.sluice.templates..", "dev.sluice.rules.."),
                        knowsNothingOf("dev.sluice.event..", "dev.sluice.internal..", "dev.sluice.json.."),
                        knowsNothingOf("dev.sluice.flow..", "dev.sluice.store.."),
                        knowsNothingOf("dev.sluice.json.internal..", "dev.sluice.json"),
                        knowsNothingOf("dev.sluice.export", "dev.sluice.export.firehose.."),
                        knowsNothingOf(
                                "dev.sluice.export.internal..", "dev.sluice.export", "dev.sluice.export.firehose.."),
                        knowsNoJourney("dev.sluice.flow.."),
                        knowsNoJourney("dev.sluice.report.."),
                        knowsNoJourney("dev.sluice.export.."),
                        knowsNoJourney("dev.sluice.feedback.."),
                        knowsNoJourney("dev.sluice.alert.."),
                        knowsNoJourney("dev.sluice.partner.."),
                        knowsNothingOf("dev.sluice.store..", "dev.sluice.internal..", "dev.sluice.flow.."))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(LIBRARY)));
    }

    /** A part may use another only in one direction. */
    @TestFactory
    Stream<DynamicTest> parts_do_not_go_round_in_circles() {
        return Stream.of(JOURNEY, "dev.sluice.json.internal", "dev.sluice.flow.check.internal")
                .map(BordersTest::below)
                .flatMap(parts -> parts.stream()
                        .map(part -> DynamicTest.dynamicTest(
                                part, () -> assertThat(reachedFrom(part, parts)).doesNotContain(part))));
    }

    private static Set<String> below(String root) {
        return LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.equals(root) || name.startsWith(root + "."))
                .collect(toSet());
    }

    private static Set<String> reachedFrom(String part, Set<String> parts) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(usedBy(part, parts));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(usedBy(next, parts));
            }
        }
        return reached;
    }

    private static Set<String> usedBy(String part, Set<String> parts) {
        return LIBRARY.getPackage(part).getClassDependenciesFromThisPackage().stream()
                .map(use -> use.getTargetClass().getPackageName())
                .filter(used -> !used.equals(part) && parts.contains(used))
                .collect(toSet());
    }

    /** What is not there yet breaks no rule. */
    private static ArchRule knowsNoJourney(String one) {
        return noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(JOURNEY + "..").and(not(resideInAnyPackage(JOURNEY + ".names"))))
                .allowEmptyShould(true)
                .as(one + " knows nothing of how a lead travels");
    }

    private static ArchRule knowsNothingOf(String one, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    @TestFactory
    Stream<DynamicTest> time_ids_and_chance_come_from_the_host() {
        return Stream.of(
                        never("java.time.Instant", "now"),
                        never("java.time.LocalDate", "now"),
                        never("java.time.LocalDateTime", "now"),
                        never("java.time.ZonedDateTime", "now"),
                        never("java.time.Clock", "systemUTC"),
                        never("java.time.ZoneId", "systemDefault"),
                        onlySystemTime("java.lang.System", "currentTimeMillis"),
                        never("java.util.UUID", "randomUUID"),
                        never("java.lang.Math", "random"),
                        never("java.util.concurrent.ThreadLocalRandom", "current"),
                        onlySystemTime("java.lang.System", "nanoTime"),
                        onlySystemTime("java.lang.Thread", "sleep"))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(LIBRARY)));
    }

    private static ArchRule never(String type, String method) {
        return noClasses().should().callMethodWhere(calls(type, method)).as("nobody calls " + type + "." + method);
    }

    private static ArchRule onlySystemTime(String type, String method) {
        return noClasses()
                .that()
                .doNotHaveSimpleName("SystemTime")
                .should()
                .callMethodWhere(calls(type, method))
                .as("only SystemTime calls " + type + "." + method);
    }

    private static DescribedPredicate<JavaCall<?>> calls(String type, String method) {
        return JavaCall.Predicates.target(With.owner(name(type))).and(JavaCall.Predicates.target(name(method)));
    }

    @Test
    void no_json_library_shows_in_a_public_signature() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.sluice..")
                .should(haveNoTypeOf("com.fasterxml"))
                .check(LIBRARY);
    }

    private static ArchCondition<JavaMethod> haveNoTypeOf(String prefix) {
        return new ArchCondition<>("have no type of " + prefix + " in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .filter(type -> type.getName().startsWith(prefix))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(method, method + " shows " + type)));
            }
        };
    }

    @Test
    void patterns_of_users_never_reach_the_backtracking_engine() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.sluice.rules..", "dev.sluice.templates..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.regex.Pattern")
                .check(LIBRARY);
    }

    @Test
    void what_is_internal_is_hidden_from_plugins() {
        classes()
                .that(resideInAnyPackage(DELIVERY))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DELIVERY, "dev.sluice.types..", "java..", "org.jspecify..")
                .check(LIBRARY);
    }
}
