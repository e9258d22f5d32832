package dev.sluice.cli.work;

import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Columns;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.LineException;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Stores;
import dev.sluice.partner.Account;
import dev.sluice.partner.Actor;
import dev.sluice.partner.Answer;
import dev.sluice.partner.Connection;
import dev.sluice.partner.Invitation;
import dev.sluice.partner.Notice;
import dev.sluice.partner.Partners;
import dev.sluice.partner.Plan;
import dev.sluice.partner.Relation;
import dev.sluice.partner.Terms;
import dev.sluice.partner.UserRole;
import dev.sluice.store.Store;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code sluice partners}: accounts, invitations and connections of a store. */
public final class PartnersCommand implements Command {
    private static final String ACCOUNT = "--account";

    private final Time time;

    public PartnersCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "partners",
                        "[FILE.jsonl]",
                        "{do, account, ..} -> what came of it; or, with --account, its connections as a table")
                .option(Stores.OPTION, Stores.ADDRESS, "where accounts and connections are kept; needed")
                .option(ACCOUNT, "ID", "only show the connections of this account");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("sluice partners needs --store, where accounts are kept"));
        try (Store store = Stores.open(url)) {
            Deque<Notice> told = new ArrayDeque<>();
            Partners partners =
                    Partners.over(store).time(time).notifier(told::add).build();
            Optional<String> account = arguments.value(ACCOUNT);
            if (account.isPresent()) {
                arguments.operands(0, 0);
                streams.out().print(table(partners, account.get()));
                return 0;
            }
            return new JsonLines(question -> new Request(partners, told, question).answer()).run(arguments, streams);
        }
    }

    private static String table(Partners partners, String account) {
        List<Connection> all = partners.connections().all(new Actor(account, "command", UserRole.READER));
        return row("connection", "partner", "relation", "state", "sent", "received")
                + all.stream()
                        .map(connection -> row(partners, account, connection))
                        .collect(Collectors.joining());
    }

    private static String row(Partners partners, String account, Connection connection) {
        Actor reader = new Actor(account, "command", UserRole.READER);
        return row(
                connection.id(),
                connection.partner().orElse("-"),
                connection.relation().text(),
                connection.state().text(),
                Long.toString(partners.connections()
                        .sent(reader, connection.id())
                        .get()
                        .leads()),
                Long.toString(partners.connections()
                        .received(reader, connection.id())
                        .get()
                        .leads()));
    }

    private static String row(String id, String partner, String relation, String state, String sent, String received) {
        return (Columns.left(id, 34)
                                + Columns.left(partner, 24)
                                + Columns.left(relation, 10)
                                + Columns.left(state, 11)
                                + Columns.right(sent, 8)
                                + Columns.right(received, 10))
                        .stripTrailing()
                + "\n";
    }

    /** One line, and what it asks for. */
    private record Request(Partners partners, Deque<Notice> told, Obj question) {
        private static final List<String> WORDS = List.of(
                "open",
                "plan",
                "invite",
                "resend",
                "accept",
                "decline",
                "cancel",
                "join",
                "pause",
                "resume",
                "revoke",
                "end",
                "propose",
                "consent",
                "key",
                "receive",
                "sent",
                "received");

        Obj answer() {
            told.clear();
            String what = needed("do");
            return switch (what) {
                case "open" ->
                    account(partners.open(new Account(needed("account"), needed("name"), needed("email"), plan())));
                case "plan" -> account(partners.plan(needed("account"), plan()));
                case "key" ->
                    of(
                            partners.connections().issueKey(actor(), connection(), time("old_for", "PT0S")),
                            key -> Obj.EMPTY.with("key", text(key)));
                case "sent" -> of(partners.connections().sent(actor(), connection()), Request::usage);
                case "received" -> of(partners.connections().received(actor(), connection()), Request::usage);
                default -> of(asked(what), this::connection);
            };
        }

        private Answer<Connection> asked(String what) {
            return switch (what) {
                case "invite" -> partners.invitations().invite(actor(), invitation());
                case "resend" -> partners.invitations().resend(actor(), connection());
                case "accept" ->
                    member("token").isPresent()
                            ? partners.invitations().acceptToken(actor(), needed("token"))
                            : partners.invitations().accept(actor(), connection());
                case "decline" ->
                    member("token").isPresent()
                            ? partners.invitations().declineToken(actor(), needed("token"))
                            : partners.invitations().decline(actor(), connection());
                case "cancel" -> partners.invitations().cancel(actor(), connection());
                case "join" -> partners.invitations().join(needed("token"), needed("account"), user());
                default -> changed(what);
            };
        }

        private Answer<Connection> changed(String what) {
            return switch (what) {
                case "pause" -> partners.connections().pause(actor(), connection());
                case "resume" -> partners.connections().resume(actor(), connection());
                case "revoke" -> partners.connections().revoke(actor(), connection());
                case "end" -> partners.connections().endOn(actor(), connection(), moment("at"));
                case "propose" -> partners.connections().propose(actor(), connection(), relation(), terms());
                case "consent" -> partners.connections().consent(actor(), connection());
                case "receive" -> partners.connections().receiveInto(actor(), connection(), needed("flow"));
                default ->
                    throw new LineException(
                            "'" + what + "' is nothing that can be done; it is one of " + String.join(", ", WORDS));
            };
        }

        private Actor actor() {
            return Actor.owner(needed("account"), user());
        }

        private String user() {
            return member("user").orElse("command");
        }

        private String connection() {
            return needed("connection");
        }

        private Plan plan() {
            return word(Plan.class, member("plan").orElse("free"));
        }

        private Relation relation() {
            return word(Relation.class, needed("relation"));
        }

        private Terms terms() {
            return Terms.NONE.purpose(member("purpose").orElse(""));
        }

        private Invitation invitation() {
            Invitation invitation = member("email").isPresent()
                    ? Invitation.email(needed("email"), needed("name"), relation())
                    : Invitation.account(needed("to"), relation());
            return invitation
                    .message(member("message").orElse(""))
                    .terms(terms())
                    .standsFor(time("stands_for", Invitation.DEFAULT_TIME.toString()));
        }

        private Duration time(String name, String fallback) {
            try {
                return Duration.parse(member(name).orElse(fallback));
            } catch (DateTimeException unreadable) {
                throw new LineException("'" + name + "' must be a duration such as PT24H");
            }
        }

        private Instant moment(String name) {
            try {
                return Instant.parse(needed(name));
            } catch (DateTimeException unreadable) {
                throw new LineException("'" + name + "' must be a moment such as 2026-03-15T12:00:00Z");
            }
        }

        private static <E extends Enum<E>> E word(Class<E> words, String word) {
            return Arrays.stream(words.getEnumConstants())
                    .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new LineException("'" + word + "' is none of "
                            + Arrays.toString(words.getEnumConstants()).toLowerCase(Locale.ROOT)));
        }

        private Optional<String> member(String name) {
            return JsonLines.text(question, name);
        }

        private String needed(String name) {
            return JsonLines.needed(question, name);
        }

        private static Obj account(Answer<Account> answer) {
            return of(answer, account -> Obj.EMPTY
                    .with("account", text(account.id()))
                    .with("plan", text(account.plan().name().toLowerCase(Locale.ROOT))));
        }

        private Obj connection(Connection connection) {
            Obj members = Obj.EMPTY
                    .with("connection", text(connection.id()))
                    .with("state", text(connection.state().text()))
                    .with("relation", text(connection.relation().text()));
            Notice last = told.peekLast();
            return last == null || last.token() == null ? members : members.with("token", text(last.token()));
        }

        private static Obj usage(dev.sluice.partner.Usage usage) {
            return Obj.EMPTY
                    .with("leads", Num.of(usage.leads()))
                    .with("accepted", Num.of(usage.accepted()))
                    .with("rejected", Num.of(usage.rejected()));
        }

        private static <T> Obj of(Answer<T> answer, Function<T, Obj> done) {
            return answer.refused()
                    .map(why -> Obj.EMPTY
                            .with("refused", text(why.name().toLowerCase(Locale.ROOT)))
                            .with("reason", text(why.text())))
                    .orElseGet(() -> done.apply(answer.get()));
        }

        private static Value text(String text) {
            return new Text(text);
        }
    }
}
