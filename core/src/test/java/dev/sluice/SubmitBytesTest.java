package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.MemoryStore;
import dev.sluice.types.Lead;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts bytes, which are the same on a busy machine; a compiler may leave some of them out, never add any. */
class SubmitBytesTest {
    private static final int LEADS = 2_000;
    /** It is 8,200 with nothing compiled, 5 % less than this. */
    private static final long MOST = 7_600;

    private static FlowDefinition flow() {
        return Solar.flow()
                .duplicateCheck(Solar.sameEmailAndPhone())
                .cap(Cap.of("month", Long.MAX_VALUE, TimeUnit.MONTH))
                .step(FilterStep.of("mobile", allOf(field("phone_1.is_tollfree").isFalse())))
                .step(FilterStep.of("large", allOf(field("amount").isGreaterThan(500))))
                .step(RecipientStep.to("buyer", "takes")
                        .pricing(Pricing.fixed("20"))
                        .map("contact.email", "{{lead.email}}")
                        .map("contact.state", "{{lead.state}}")
                        .build())
                .build();
    }

    @Test
    void a_lead_through_duplicates_cap_price_filters_and_a_delivery_is_no_heap_of_objects() {
        Flow flow = Sluice.builder()
                .store(MemoryStore.keepingLast(1_000))
                .delivery("takes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .build()
                .open(flow());
        List<Lead> leads = IntStream.range(0, 2 * LEADS)
                .mapToObj(i -> Solar.lead("a" + i + "@gmail.com"))
                .toList();
        leads.subList(0, LEADS).forEach(flow::submit);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        leads.subList(LEADS, 2 * LEADS).forEach(flow::submit);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / LEADS;
        assertThat(each).isLessThan(MOST);
    }
}
