package dev.sluice.benchmarks;

import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** The steps of the hand-written flow with the libraries' parsing, carried by integration frameworks. */
final class CarriedFlow {
    private CarriedFlow() {}

    static UnaryOperator<PlainLead> camel(PlainFlow flow) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:lead")
                        .process(each(flow::submitted))
                        .process(each(flow::parseByLibraries))
                        .process(each(flow::accept))
                        .process(each(flow::take))
                        .process(each(flow::tollFree))
                        .process(each(flow::owner))
                        .process(each(flow::deliver))
                        .process(each(flow::complete));
            }
        });
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        return lead -> template.requestBody("direct:lead", lead, PlainLead.class);
    }

    private static org.apache.camel.Processor each(UnaryOperator<PlainLead> step) {
        return (Exchange exchange) ->
                exchange.getMessage().setBody(step.apply(exchange.getMessage().getBody(PlainLead.class)));
    }

    @EnableIntegration
    static class Wiring {}

    static UnaryOperator<PlainLead> springIntegration(PlainFlow flow) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Wiring.class);
        DirectChannel in = new DirectChannel();
        IntegrationFlow steps = IntegrationFlow.from(in)
                .transform(PlainLead.class, flow::submitted)
                .transform(PlainLead.class, flow::parseByLibraries)
                .transform(PlainLead.class, flow::accept)
                .transform(PlainLead.class, flow::take)
                .transform(PlainLead.class, flow::tollFree)
                .transform(PlainLead.class, flow::owner)
                .transform(PlainLead.class, flow::deliver)
                .transform(PlainLead.class, flow::complete)
                .get();
        context.getBean(IntegrationFlowContext.class).registration(steps).register();
        MessagingTemplate template = new MessagingTemplate();
        return lead -> payload(template.sendAndReceive(in, new GenericMessage<>(lead)));
    }

    private static PlainLead payload(Message<?> answer) {
        return (PlainLead) answer.getPayload();
    }
}
