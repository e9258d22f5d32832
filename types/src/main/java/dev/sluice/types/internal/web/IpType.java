package dev.sluice.types.internal.web;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Components;
import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.util.Set;

/**
 * An IPv4 or IPv6 address, also inside a web address, with a port, a path or a network size, all of which are dropped.
 * {@code ipv6_format} is the address itself or, for IPv4, its mapped form {@code ::ffff:c633:5aa2}. Numbers with leading
 * zeros are invalid, for nobody knows whether they are octal. Private and reserved addresses are valid unless this type
 * was asked for public ones only.
 */
public final class IpType implements FieldType {
    private static final Shape PARTS = Shape.of("is_ipv4", "ipv6_format");
    private static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.BLANK, Operators.FORMAT, Operators.INCLUSION, Operators.LIST);
    private static final Problem NOT_AN_IP = new Problem("not_an_ip", "give an IPv4 or IPv6 address");
    private static final Problem NOT_PUBLIC =
            new Problem("not_a_public_ip", "this address is private or reserved, give a public one");

    private final boolean publicOnly;

    private IpType(boolean publicOnly) {
        this.publicOnly = publicOnly;
    }

    /** Every address is valid. */
    public static IpType any() {
        return new IpType(false);
    }

    /** Private and reserved addresses are invalid. */
    public static IpType publicOnly() {
        return new IpType(true);
    }

    @Override
    public String name() {
        return "ip";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        String address = PlainIpv4.read(raw.value()) >= 0 ? raw.value() : IpReader.read(raw.value());
        if (address == null) {
            return Typed.invalid(this, raw, raw, NOT_AN_IP);
        }
        Text normal = address.equals(raw.value()) ? raw : new Text(address);
        boolean refused = publicOnly && PrivateAddresses.contain(ipv6(address));
        Found found = new Found(address);
        return refused
                ? Typed.invalid(this, raw, normal, NOT_PUBLIC, found.make())
                : Typed.valid(this, raw, normal, found);
    }

    /** The components of an address in its normal form. */
    private record Found(String address) implements Components {
        @Override
        public Value[] make() {
            return new Value[] {Value.bool(isIpv4(address)), new Text(ipv6(address))};
        }
    }

    private static boolean isIpv4(String address) {
        return address.indexOf(':') < 0;
    }

    private static String ipv6(String address) {
        return isIpv4(address) ? PlainIpv4.mapped(PlainIpv4.read(address)) : address;
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
