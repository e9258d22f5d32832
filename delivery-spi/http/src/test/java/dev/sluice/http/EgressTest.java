package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {
    private static final String PUBLIC = "93.184.216.34";

    static Stream<JsonNode> hostile() {
        return Rows.of("abuse/ssrf-urls-block.jsonl");
    }

    static Stream<JsonNode> harmless() {
        return Rows.of("abuse/ssrf-urls-allow.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_hostile_address_is_refused_before_any_look_up(JsonNode row) {
        assertThat(Egress.publicOnly().refusal(row.get("url").asText())).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void a_harmless_address_is_allowed(JsonNode row) {
        assertThat(Egress.publicOnly().refusal(row.get("url").asText())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://0x7f.1/",
                "http://[::ffff:7f00:1]/",
                "http://[::]/",
                "http://[fec0::1]/",
                "http://[2001:4860::5efe:10.0.0.1]/",
                "http://[64:ff9b:1::1]/",
                "http://localhost./",
                "http://\uFF11\uFF12\uFF17.0.0.1/",
                "http://a.b.c.localhost/",
                "http://169.254.169.254.:80/",
                "https://x.onion/",
                "https://printer.home.arpa/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "https://-bad.example/",
                "https://buyer.example:0/",
                "https://buyer.example:/\n",
                "https://buyer.example:443x/",
                "https:/buyer.example/",
                "https://buyer..example/",
                "https://\u00ADlocalhost/",
                "https://%31%32%37.0.0.1/",
                "https://[::1]:99999/",
                "http://168.63.129.16/",
                "http://[::ffff:168.63.129.16]/",
                "http://[3ffe::1]/",
                "http://metadata.goog/computeMetadata/v1/",
                "http://metadata.tencentyun.com/latest/meta-data/",
                "http://127.0.0.1\u2044x.example/",
                "http://buyer.example\u2215evil.example/"
            })
    void other_ways_inside_are_refused(String url) {
        assertThat(Egress.publicOnly().refusal(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.255.255.255",
                "172.31.255.255",
                "192.168.0.0",
                "169.254.169.254",
                "100.127.255.255",
                "198.19.255.255",
                "0.1.2.3",
                "239.255.255.255",
                "255.255.255.255"
            })
    void an_inner_address_is_refused_however_it_is_written(String address) {
        List<String> open = disguises(address).stream()
                .filter(host ->
                        Egress.publicOnly().refusal("https://" + host + "/").isEmpty())
                .toList();
        assertThat(open).isEmpty();
    }

    /** Numbers in other bases and fewer parts, the other protocol's ways to hold it, and letters that look like digits and dots. */
    private static List<String> disguises(String address) {
        int[] part = Stream.of(address.split("\\.")).mapToInt(Integer::parseInt).toArray();
        long whole = ((long) part[0] << 24) + (part[1] << 16) + (part[2] << 8) + part[3];
        String hex = String.format("%02x%02x:%02x%02x", part[0], part[1], part[2], part[3]);
        String teredo = String.format("%02x%02x:%02x%02x", 255 - part[0], 255 - part[1], 255 - part[2], 255 - part[3]);
        return List.of(
                Long.toString(whole),
                "0x" + Long.toHexString(whole),
                "0" + Long.toOctalString(whole),
                part[0] + "." + (whole & 0xFFFFFF),
                part[0] + "." + part[1] + "." + (whole & 0xFFFF),
                String.format("0x%x.0%o.%d.0x%x", part[0], part[1], part[2], part[3]),
                address + ".",
                "[::ffff:" + address + "]",
                "[::ffff:" + hex + "]",
                "[::" + hex + "]",
                "[64:ff9b::" + hex + "]",
                "[64:ff9b:1::" + hex + "]",
                "[2002:" + hex + "::1]",
                "[2001::" + teredo + "]",
                "[2606:4700::200:5efe:" + hex + "]",
                address.replace('.', '\u3002'),
                address.replace('.', '\uFF0E'),
                address.chars()
                        .map(c -> c == '.' ? c : c - '0' + 0xFF10)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                "buyer.example@" + address,
                address + "%00.buyer.example",
                address + "\\@buyer.example",
                address + ":6379");
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34;10.0.0.5",
        "93.184.216.34;::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "0.0.0.0",
        "255.255.255.255"
    })
    void one_bad_answer_refuses_a_name(String answers) {
        Egress egress = Egress.publicOnly().resolver(name -> addresses(answers.split(";")));

        assertThatThrownBy(() -> egress.addresses("buyer.example")).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void a_name_is_looked_up_once() throws UnknownHostException {
        List<String> asked = new ArrayList<>();
        Egress egress = Egress.publicOnly().resolver(name -> {
            asked.add(name);
            return addresses(asked.size() == 1 ? PUBLIC : "127.0.0.1");
        });

        assertThat(egress.addresses("buyer.example")).containsExactly(InetAddress.getByName(PUBLIC));
        assertThat(asked).containsExactly("buyer.example");
    }

    @Test
    void a_name_without_addresses_is_no_refusal() {
        Egress egress = Egress.publicOnly().resolver(name -> List.of());

        assertThatThrownBy(() -> egress.addresses("buyer.example"))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(RefusedAddressException.class);
    }

    @Test
    void a_host_allows_its_own_networks_names_and_ports() throws UnknownHostException {
        Egress egress = Egress.publicOnly()
                .allowNetwork("10.1.0.0/16")
                .allowHost("crm.corp")
                .allowPort(8080)
                .resolver(name -> addresses("10.1.2.3"));

        assertThat(egress.refusal("http://10.1.2.3:8080/")).isEmpty();
        assertThat(egress.refusal("http://crm.corp/")).isEmpty();
        assertThat(egress.addresses("crm.corp")).hasSize(1);
        assertThat(egress.refusal("http://10.2.0.1/")).isPresent();
        assertThat(egress.refusal("http://other.corp/")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "ten", "10.0.0/8", "::1/129", "/8", "10.0.0.0/x"})
    void a_network_that_is_none_is_refused(String network) {
        assertThatThrownBy(() -> Egress.publicOnly().allowNetwork(network))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
        List<InetAddress> all = new ArrayList<>();
        for (String text : texts) {
            all.add(InetAddress.getByName(text));
        }
        return all;
    }
}
