package dev.sluice.testkit.flow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests of one flow. Each test gets a {@link FlowTester} of its own as a parameter: the flow open over an empty
 * store, a clock that stands at {@link #start}, buyers that take every lead. After the class, what no test reached is
 * reported, and written to {@code target/flow-coverage}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FlowTestExtension.class)
public @interface FlowTest {
    /** The definition: a file, from the folder in which the tests run, or else a resource of the test class. */
    String value();

    /** What the clock shows when a test begins, in ISO form. */
    String start() default "2026-01-05T15:00:00Z";

    /** Where chance begins. */
    long seed() default 1;
}
