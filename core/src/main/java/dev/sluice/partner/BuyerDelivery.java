package dev.sluice.partner;

import dev.sluice.Flow;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands a lead to a partner: into the flow that the buyer has chosen for the connection, or into its inbox. What that flow
 * answers comes back as outcome, reason and price. The delivery's key is the submission key there, so that a repeated
 * delivery makes no second lead.
 */
final class BuyerDelivery implements DeliveryPlugin {
    /** The member of the settings that names the connection. */
    private static final String CONNECTION = "connection";
    /** Through whose hands a lead has gone, in the details of its submission. */
    private static final String PATH = "partner_path";

    private static final int LONGEST_PATH = 8;

    private final Ledger ledger;
    private final Hosts hosts;
    private final String pass;
    private final Time time;

    BuyerDelivery(Ledger ledger, Hosts hosts, String pass, Time time) {
        this.ledger = ledger;
        this.hosts = hosts;
        this.pass = pass;
        this.time = time;
    }

    @Override
    public boolean announcesSending() {
        return true;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        List<ConfigProblem> problems = new ArrayList<>();
        if (!(config.get(CONNECTION) instanceof Text id) || id.isBlank()) {
            problems.add(new ConfigProblem(
                    "/" + CONNECTION, "missing_key", "a buyer step names its connection; add 'connection'"));
        }
        config.members().keySet().stream()
                .filter(name -> !Set.of(CONNECTION).contains(name))
                .map(name -> new ConfigProblem(
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown_key",
                        "a buyer step has no setting '" + name + "'; it has 'connection'"))
                .forEach(problems::add);
        return problems;
    }

    /** A partner who has not accepted may stand in flows, and is passed over. */
    @Override
    public Optional<String> closed(Obj config) {
        return ledger.bond(config.get(CONNECTION).text())
                .map(bond -> bond.stateAt(ledger.now()))
                .filter(state -> state == ConnectionState.PENDING)
                .map(ConnectionState::reason);
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        Delivery delivery = request.delivery();
        String seller = delivery.account();
        Optional<Bond> bond =
                ledger.bond(request.config().get(CONNECTION).text()).filter(known -> known.joins(seller));
        return bond.isEmpty()
                ? DeliveryResult.error(Refused.NOT_FOUND.text())
                : bond.get()
                        .other(seller)
                        .map(buyer -> sell(request, bond.get(), buyer))
                        .orElseGet(() -> DeliveryResult.failure(ConnectionState.PENDING.reason()));
    }

    private DeliveryResult sell(DeliveryRequest request, Bond bond, String buyer) {
        String seller = request.delivery().account();
        ConnectionState state = bond.stateAt(ledger.now());
        if (state != ConnectionState.ACTIVE) {
            return DeliveryResult.failure(state.reason());
        }
        if (!bond.maySend(seller)) {
            return DeliveryResult.failure("Connection does not let leads pass this way");
        }
        List<String> path = path(request.scope(), seller);
        if (path.contains(buyer) || path.size() > LONGEST_PATH) {
            return DeliveryResult.failure("Lead has been with this buyer, or with too many, before");
        }
        return flow(bond, buyer, request)
                .map(flow -> sell(request, new Way(bond, seller, buyer, path), flow))
                .orElseGet(() -> DeliveryResult.error(
                        bond.flowOf(buyer).isEmpty() && isPaid(buyer)
                                ? "Buyer has chosen no flow"
                                : "Buyer's flow is not open here"));
    }

    /** Whose hands a lead goes through. */
    private record Way(Bond bond, String seller, String buyer, List<String> path) {}

    private boolean isPaid(String account) {
        return ledger.account(account)
                .filter(known -> known.plan() == Plan.PAID)
                .isPresent();
    }

    private Optional<Flow> flow(Bond bond, String buyer, DeliveryRequest request) {
        if (isPaid(buyer)) {
            return bond.flowOf(buyer).flatMap(id -> hosts.flow(buyer, id));
        }
        List<String> shared = request.lead().members().keySet().stream()
                .filter(bond.terms()::shares)
                .toList();
        return hosts.inbox(buyer).map(inbox -> inbox.flow(request.delivery().account(), shared));
    }

    private DeliveryResult sell(DeliveryRequest request, Way way, Flow flow) {
        Optional<SourceDefinition> source = Hosts.source(flow, way.seller());
        if (source.isEmpty()) {
            return DeliveryResult.failure("Buyer's flow does not take leads of this account");
        }
        long before = time.nanos();
        request.delivery().sending();
        Submission answer = flow.submit(lead(request, way, source.get().id()));
        DeliveryResult result = result(answer);
        count(way, answer, result, Duration.ofNanos(time.nanos() - before));
        return result;
    }

    private Lead lead(DeliveryRequest request, Way way, String source) {
        List<Value> hands = way.path().stream().<Value>map(Text::new).toList();
        Lead lead = Lead.from(source)
                .withKey(request.delivery().key())
                .credential(Gatekeeper.credential(way.bond().id(), pass))
                .detail(PATH, Arr.of(hands));
        for (Map.Entry<String, Value> member : request.lead().members().entrySet()) {
            if (way.bond().terms().shares(member.getKey())) {
                lead = lead.with(member.getKey(), member.getValue().plain());
            }
        }
        return request.delivery().test() ? lead.test() : lead;
    }

    /** All accounts that have had the lead, this one the last. */
    private static List<String> path(Scope scope, String seller) {
        List<String> path = new ArrayList<>();
        if (scope.section(Section.SUBMISSION).get(PATH) instanceof Arr before) {
            before.values().forEach(account -> path.add(account.text()));
        }
        path.add(seller);
        return path;
    }

    private static DeliveryResult result(Submission answer) {
        String reason = answer.reason().orElse("Buyer gave no reason");
        DeliveryResult result =
                switch (answer.status()) {
                    case CONFLICT -> DeliveryResult.error("Buyer has another lead under this key");
                    case IN_PROGRESS, UNSETTLED -> DeliveryResult.unknown("Buyer has not finished with the lead");
                    default ->
                        switch (answer.outcome()) {
                            case SUCCESS -> DeliveryResult.success().price(answer.price());
                            case FAILURE, SKIP -> DeliveryResult.failure(reason);
                            case ERROR ->
                                answer.refusal().isPresent()
                                        ? DeliveryResult.failure(reason)
                                        : DeliveryResult.error(reason);
                            case UNKNOWN -> DeliveryResult.unknown(reason);
                        };
                };
        return answer.leadId().map(result::reference).orElse(result);
    }

    private void count(Way way, Submission answer, DeliveryResult result, Duration took) {
        if (answer.status() == Submission.Status.REPEATED) {
            return;
        }
        Outcome outcome = result.outcome();
        Obj facts = Obj.EMPTY
                .with("to", new Text(way.buyer()))
                .with("outcome", new Text(outcome.text()))
                .with("lead", result.reference().<Value>map(Text::new).orElse(Value.missing()));
        Actor seller = new Actor(way.seller(), "flow", UserRole.EDITOR);
        ledger.note(
                way.bond().id(),
                seller,
                EventType.CONNECTION_USED,
                facts,
                diary -> diary.with(way.seller(), diary.of(way.seller()).and(outcome, took, diary.at())));
    }
}
