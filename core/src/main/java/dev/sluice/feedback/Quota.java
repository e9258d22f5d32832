package dev.sluice.feedback;

import dev.sluice.feedback.FeedbackTerms.Limit;
import dev.sluice.store.CounterKey;
import dev.sluice.store.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** How many items one counter may count. */
record Quota(CounterKey counter, long most) {
    private static final int PERCENT = 2;

    /** What a limit means for one item. */
    static List<Quota> of(Limit limit, String account, Handling handling, Delivered delivered) {
        List<Quota> quotas = new ArrayList<>();
        String who = handling.type() + ":" + handling.recipient();
        limit.most().ifPresent(most -> {
            Window received = Window.around(handling.now(), limit.window());
            quotas.add(new Quota(
                    new CounterKey(account, "feedback:" + who, received.from().toString()), most));
        });
        limit.percent().ifPresent(percent -> {
            Window bought = Window.around(handling.delivered().at(), limit.window());
            long all = delivered.to(handling.recipient(), bought, handling.now());
            quotas.add(new Quota(
                    new CounterKey(
                            account, "feedback-share:" + who, bought.from().toString()),
                    part(percent, all)));
        });
        return quotas;
    }

    boolean isFull(View view) {
        return view.counter(counter).committed() >= most;
    }

    private static long part(BigDecimal percent, long all) {
        return percent.multiply(BigDecimal.valueOf(all))
                .movePointLeft(PERCENT)
                .setScale(0, RoundingMode.DOWN)
                .longValue();
    }
}
