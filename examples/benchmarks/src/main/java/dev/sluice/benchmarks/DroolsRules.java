package dev.sluice.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/** The conditions of {@link RuleJob} for Drools: its executable model, one session used again, a bean as the fact. */
public final class DroolsRules {
    private static final String STATES =
            RuleJob.STATES.stream().map(state -> "\"" + state + "\"").collect(Collectors.joining(", "));

    private final KieSession session;
    private final List<String> said = new ArrayList<>();
    private final Applicant lead = new Applicant();

    private DroolsRules(String rules) {
        String text = "import " + Applicant.class.getCanonicalName() + ";\nglobal java.util.List said;\n" + rules;
        this.session = new KieHelper()
                .addContent(text, ResourceType.DRL)
                .build(ExecutableModelProject.class)
                .newKieSession();
        session.setGlobal("said", said);
    }

    /** The lead as a bean: what Drools reads best. */
    public static final class Applicant {
        public String getState() {
            return "TX";
        }

        public long getAge() {
            return 30;
        }

        public String getEmailDomain() {
            return "example.com";
        }

        public boolean isPhoneValid() {
            return true;
        }

        public long getAmount() {
            return 25_000;
        }

        public String getPhone() {
            return "5125551234";
        }

        public String getComment() {
            return "please call me in the evening";
        }

        public String getName() {
            return "Ann";
        }

        public boolean isBlocked() {
            return false;
        }

        public long getBornDay() {
            return 9_000;
        }
    }

    static RuleEngine.Contestant contestant() {
        DroolsRules pass = new DroolsRules(rule("pass", 0, String.join(", ", ten(0)), "pass"));
        DroolsRules reason = new DroolsRules(failures());
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < RuleJob.GROUPS; i++) {
            groups.append(rule("group " + i, 0, String.join(", ", ten(RuleJob.TOO_HIGH + i)), "group"));
        }
        DroolsRules any = new DroolsRules(groups.toString());
        return new RuleEngine.Contestant(
                () -> !pass.fire().isEmpty(), () -> reason.fire().get(0), () -> !any.fire()
                        .isEmpty());
    }

    private static List<String> ten(int shift) {
        return List.of(
                "state in (" + STATES + ")",
                "age >= 18",
                "emailDomain != \"mailinator.com\"",
                "phoneValid == true",
                "amount >= " + (1_000 + shift) + " && amount <= " + (50_000 + shift),
                "phone matches \"[2-9][0-9]{9}\"",
                "comment.contains(\"evening\")",
                "name != \"\"",
                "blocked == false",
                "bornDay > 5000");
    }

    /** A rule for each condition, which fires when it fails; the first in order ends the matter. */
    private static String failures() {
        List<String> failures = List.of(
                "state not in (" + STATES + ")",
                "age < 18",
                "emailDomain == \"mailinator.com\"",
                "phoneValid == false",
                "amount < " + (1_000 + RuleJob.TOO_HIGH) + " || amount > " + (50_000 + RuleJob.TOO_HIGH),
                "phone not matches \"[2-9][0-9]{9}\"",
                "!comment.contains(\"evening\")",
                "name == \"\"",
                "blocked == true",
                "bornDay <= 5000");
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < failures.size(); i++) {
            rules.append(rule("not " + i, -i, failures.get(i), RuleJob.REASONS.get(i)));
        }
        return rules.toString();
    }

    private static String rule(String name, int salience, String conditions, String saying) {
        return "rule \"" + name + "\" salience " + salience + " when Applicant(" + conditions + ")\nthen said.add(\""
                + saying + "\"); drools.halt(); end\n";
    }

    private List<String> fire() {
        said.clear();
        FactHandle fact = session.insert(lead);
        session.fireAllRules();
        session.delete(fact);
        return said;
    }
}
