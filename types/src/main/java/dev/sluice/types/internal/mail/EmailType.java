package dev.sluice.types.internal.mail;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Components;
import dev.sluice.types.FieldType;
import dev.sluice.types.MailDomains;
import dev.sluice.types.Null;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One mail address as RFC 5322 writes it, generously: a display name before angle brackets, comments, quoted mailboxes,
 * blanks around dots and {@code @}, address literals and domains without a dot are all fine. The normal form is the bare
 * address in lower case, and so are its components.
 *
 * <p>The domain must be a legal host name and the mailbox no longer than 64 characters. International addresses are
 * valid, their domain in its ASCII form. Invisible characters are dropped. An address literal has no host and no tld.
 * {@code is_free} and {@code is_disposable} come from lists of registrable domains, {@code is_role} from the mailbox
 * ({@code admin}, {@code info}). Whether mail arrives is left to enrichment.
 */
public final class EmailType implements FieldType {
    private static final Shape PARTS = Shape.of("user", "domain", "host", "tld", "is_free", "is_disposable", "is_role");
    private static final Map<String, String> ALIASES = Map.of("local", "user", "name", "user", "mailbox", "user");
    private static final Problem NOT_AN_ADDRESS =
            new Problem("not_an_email", "give one mail address, such as name@example.com");
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.BLANK,
            Operators.OBSCENITY,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST,
            Operators.PATTERN);

    private static final int DOMAIN = PARTS.indexOf("domain");
    private static final Text COM = new Text("com");

    private final Supplier<MailDomains> domains;

    private EmailType(Supplier<MailDomains> domains) {
        this.domains = domains;
    }

    /** With the lists that come with the library; they are read when the first address needs them. */
    public static EmailType standard() {
        return new EmailType(ShippedDomains::get);
    }

    /** With a host's own lists. */
    public static EmailType with(MailDomains domains) {
        requireNonNull(domains, "domains");
        return new EmailType(() -> domains);
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        Address address = PlainAddress.read(raw.value());
        if (address == null) {
            address = AddressReader.read(raw.value());
        }
        return address == null ? Typed.invalid(this, raw, raw, NOT_AN_ADDRESS) : valid(raw, address);
    }

    private Typed valid(Text raw, Address address) {
        Text normal = raw.value().equals(address.text()) ? raw : new Text(address.text());
        return Typed.valid(this, raw, normal, new Found(address));
    }

    /** The components of an address. */
    private final class Found implements Components {
        private final Address address;

        Found(Address address) {
            this.address = address;
        }

        @Override
        public Value[] make() {
            String user = address.user();
            String domain = address.domain();
            String registrable = address.isLiteral() ? domain : RegistrableDomain.of(domain);
            MailDomains lists = domains.get();
            int dot = domain.lastIndexOf('.');
            return new Value[] {
                new Text(user),
                new Text(domain),
                address.isLiteral() ? Null.NULL : new Text(dot < 0 ? domain : domain.substring(0, dot)),
                address.isLiteral() ? Null.NULL : topLevel(domain, dot),
                Value.bool(lists.isFree(registrable)),
                Value.bool(lists.isDisposable(registrable)),
                Value.bool(RoleNames.contains(user))
            };
        }

        @Override
        public @Nullable Value alone(int i) {
            return i == DOMAIN ? new Text(address.domain()) : null;
        }
    }

    private static Text topLevel(String domain, int dot) {
        return domain.endsWith(".com") ? COM : new Text(domain.substring(dot + 1));
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Map<String, String> aliases() {
        return ALIASES;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
