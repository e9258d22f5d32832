package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.math.BigDecimal;

/**
 * One lead for one recipient, mapped and ready to send.
 *
 * @param lead the mapped lead: what the recipient is meant to see, nested as the mappings say
 * @param scope all data of the lead at this moment, for plugins that render templates of their own
 * @param config the plugin's settings from the flow definition; empty when there are none
 * @param delivery who gets it, under which key, until when
 * @param price the price that the recipient will be charged if it accepts; zero when none is set
 */
public record DeliveryRequest(Obj lead, Scope scope, Obj config, Delivery delivery, BigDecimal price) {
    public DeliveryRequest {
        requireNonNull(lead, "lead");
        requireNonNull(scope, "scope");
        requireNonNull(config, "config");
        requireNonNull(delivery, "delivery");
        requireNonNull(price, "price");
    }
}
