package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class WithoutMvelTest {

    @Test
    void rules_work_and_an_expression_says_what_to_add() throws Exception {
        URL[] others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("mvel2"))
                .map(WithoutMvelTest::url)
                .toArray(URL[]::new);

        try (URLClassLoader loader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Callable<?> story = (Callable<?>) loader.loadClass(Story.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(String.valueOf(story.call()))
                    .isEqualTo("true, expressions need MVEL: add the dependency org.mvel:mvel2 (2.6 or later) to your"
                            + " application (column 1)");
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs where there is no MVEL. */
    public static final class Story implements Callable<String> {
        public Story() {}

        @Override
        public String call() {
            Leads leads = new Leads();
            boolean passed = leads.holds("{'lhv':'lead.age','op':'>','rhv':17}", "{'lead':{'age':18}}");
            String text = "1 + 1 == 2";
            CompiledRules rules = leads.rules().compile(new Expression(text));
            return passed + ", " + rules.findings().get(0).text();
        }
    }
}
