package dev.sluice.types.internal.web;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.CertificateDecoder;
import dev.sluice.types.CertificateDecoder.Certificate;
import dev.sluice.types.CertificateDecoder.Type;
import dev.sluice.types.CertificateEnvironment;
import dev.sluice.types.FieldType;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The https address of a consent certificate. Its id is decoded by the host's {@link CertificateDecoder}; without one,
 * type and age are unknown. A certificate is valid for 90 days; an expired one keeps all its components. {@code age} is in
 * seconds, {@code age_in_days} in whole days.
 *
 * <p>The host must be one that issues certificates, its own domain included: {@code cert.trustedform.com.evil.com} is
 * none. Without keys an id is 40 characters long or longer, or starts with {@code 0.}
 */
public final class TrustedFormUrlType implements FieldType {
    private static final int DAYS_VALID = 90;
    private static final int ID_LENGTH = 40;
    private static final Shape PARTS = Shape.of(
            "type",
            "cert_id",
            "is_web",
            "is_mobile",
            "is_facebook",
            "is_masked",
            "host",
            "path",
            "protocol",
            "age",
            "age_in_days",
            "is_expired");
    private static final Set<String> OPERATORS = Operators.of(Operators.BLANK, Operators.FORMAT);
    private static final Problem NOT_A_CERTIFICATE =
            new Problem("not_a_certificate", "give the https address of a consent certificate");
    private static final Problem EXPIRED = new Problem("certificate_expired", "the certificate is older than 90 days");
    private static final Text HTTPS = new Text("https");

    private final CertificateDecoder decoder;
    private final Set<CertificateEnvironment> environments;

    private TrustedFormUrlType(CertificateDecoder decoder, Set<CertificateEnvironment> environments) {
        this.decoder = decoder;
        this.environments = environments;
    }

    /** Without keys, for certificates of every environment. */
    public static TrustedFormUrlType standard() {
        return with(CertificateDecoder.withoutKeys(), EnumSet.allOf(CertificateEnvironment.class));
    }

    /** With a host's own decoder, for certificates of {@code environments}. */
    public static TrustedFormUrlType with(CertificateDecoder decoder, Set<CertificateEnvironment> environments) {
        return new TrustedFormUrlType(requireNonNull(decoder, "decoder"), Set.copyOf(environments));
    }

    @Override
    public String name() {
        return "trustedform_url";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        WebAddress address = UrlReader.read(raw.value());
        if (address == null) {
            return Typed.invalid(this, raw, raw, NOT_A_CERTIFICATE);
        }
        String id = id(address.path());
        Optional<Certificate> certificate = isIssuer(address) ? decoder.decode(id) : Optional.empty();
        return certificate.isPresent()
                ? typed(raw, address, id, certificate.get(), parsing.at().instant())
                : Typed.invalid(this, raw, new Text(address.text()), NOT_A_CERTIFICATE);
    }

    private static String id(String path) {
        String id = path.substring(1);
        return id.length() == ID_LENGTH ? id.toLowerCase(Locale.ROOT) : id;
    }

    private boolean isIssuer(WebAddress address) {
        return address.protocol().equals("https")
                && environments.stream().anyMatch(environment -> environment.issues(address.host()));
    }

    private Typed typed(Text raw, WebAddress address, String id, Certificate certificate, Instant now) {
        Duration age =
                certificate.createdAt().map(made -> Duration.between(made, now)).orElse(null);
        boolean expired = age != null && age.toDays() > DAYS_VALID;
        Text normal = new Text("https://" + address.hostAndPort() + "/" + id);
        Value[] parts = {
            certificate
                    .type()
                    .<Value>map(type -> new Text(type.name().toLowerCase(Locale.ROOT)))
                    .orElse(Null.NULL),
            new Text(id),
            is(certificate, Type.WEB),
            is(certificate, Type.MOBILE),
            is(certificate, Type.FACEBOOK),
            is(certificate, Type.MASKED),
            new Text(address.hostAndPort()),
            new Text(address.path()),
            HTTPS,
            age == null ? Missing.MISSING : Num.of(age.toSeconds()),
            age == null ? Missing.MISSING : Num.of(age.toDays()),
            age == null ? Missing.MISSING : Value.bool(expired),
        };
        return expired ? Typed.invalid(this, raw, normal, EXPIRED, parts) : Typed.valid(this, raw, normal, parts);
    }

    private static Value is(Certificate certificate, Type type) {
        return Value.bool(certificate.type().filter(type::equals).isPresent());
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }

    @Override
    public Pii pii() {
        return Pii.NONE;
    }
}
