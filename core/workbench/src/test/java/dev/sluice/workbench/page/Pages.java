package dev.sluice.workbench.page;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.types.Lead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A flow with a few leads, and pages of it taken apart. */
final class Pages {
    static final String MARKUP = "</script><img src=x onerror=window.ran=1><script>window.ran=1</script>";
    private static final Pattern PACKED =
            Pattern.compile("<script type=\"application/octet-stream\" id=\"[^\"]*\">([^<]*)</script>");

    private Pages() {}

    static Sluice sluice() {
        return Sluice.builder()
                .delivery(
                        "stub",
                        request -> request.delivery().recipient().equals("premier")
                                ? DeliveryResult.failure("Not licensed")
                                : DeliveryResult.success())
                .build();
    }

    static FlowDefinition flow() {
        return FlowDefinition.builder("solar")
                .name("Solar " + MARKUP)
                .field("email", "email")
                .field("state", "state")
                .field("comments", "string")
                .source("web")
                .source(MARKUP)
                .acceptance(AcceptanceCriteria.of(allOf(
                        field("lead.state").isIncludedIn("TX", "CA"),
                        field("lead.email").formatIsValid())))
                .step(FilterStep.of("texas", allOf(field("lead.state").isEqualTo("TX"))))
                .step(DistributeStep.waterfall("sell", to("premier"), to("homestead")))
                .build();
    }

    private static RecipientStep to(String id) {
        return RecipientStep.to(id, "stub").pricing(Pricing.fixed("25.50")).build();
    }

    /** One sold, one refused by the gates, one stopped by the filter, one with markup everywhere. */
    static void submit(Flow flow) {
        List.of(
                        lead("web", "ann@example.com", "Texas", "call me"),
                        lead("web", "bob@example.org", "Nevada", ""),
                        lead("web", "cid@example.net", "CA", ""),
                        lead(MARKUP, "dee@example.com", "TX", MARKUP))
                .forEach(flow::submit);
    }

    static Lead lead(String source, String email, String state, String comments) {
        return Lead.from(source).with("email", email).with("state", state).with("comments", comments);
    }

    static String html(Page page) {
        StringWriter out = new StringWriter();
        try {
            page.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** Everything that is packed in a page: the index, then the leads. */
    static List<String> unpacked(String html) {
        return PACKED.matcher(html).results().map(Pages::unpacked).toList();
    }

    private static String unpacked(MatchResult found) {
        byte[] bytes = Base64.getDecoder().decode(found.group(1));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The page without what is packed. */
    static String open(String html) {
        return PACKED.matcher(html).replaceAll("");
    }
}
