package io.guidepost.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private static final AllowedHosts NONE = AllowedHosts.of(List.of());

    @ParameterizedTest
    @ValueSource(strings = {
        // Another scheme, or none.
        "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "jar:http://example.org!/x",
        "//example.org/",
        "example.org", "", "javascript:alert(1)", "mailto:a@example.org", "data:text/html,x",
        // A name or a password.
        "http://user@example.org/", "http://user:secret@example.org/", "https://example.org@127.0.0.1/",
        "http://@example.org/",
        // Another port.
        "http://example.org:22/", "http://example.org:8080/", "https://example.org:8443/", "http://example.org:0/",
        "http://example.org:65536/", "http://example.org:25/",
        // Special addresses as they are written.
        "http://127.0.0.1/", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "https://192.168.1.1/",
        "http://0.0.0.0/", "http://255.255.255.255/", "http://[::1]/", "http://[::]/", "http://[fd00:ec2::254]/",
        "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::10.0.0.1]/", "http://[2002:7f00:1::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::127.0.0.1]/",
        // The same, and others, in forms that some programs read.
        "http://2130706433/", "http://017700000001/", "http://0x7f000001/", "http://0x7f.0.0.1/", "http://0x7f.1/",
        "http://0177.0.0.1/", "http://127.1/", "http://127.0.1/", "http://127.0.0.1./", "http://127.0.0.01/",
        "http://134744072/", "http://8.8.2056/", "http://010.8.8.8/", "http://8.8.8.08/", "http://256.1.1.1/",
        "http://1.2.3.4.5/", "http://0/", "http://0x0/", "http://foo.0x7f/", "http://example.1/",
        // Nothing that is a host.
        "http:///path", "http://", "http:example.org", "http://exa mple.org/", "http://example.org\\@127.0.0.1/",
        "http://①②⑦.0.0.1/", "http://exämple.org/", "http://under_score.example.org/", "http://%31%32%37.0.0.1/",
        "http://example.org/\r\nHost: x", "http://[::1/", "http://[zz]/", "http://.example.org/"})
    void what_must_not_be_reached_is_refused_before_anybody_is_asked(String address) {
        assertThatThrownBy(() -> Destination.of(address, NONE)).isInstanceOf(RefusedAddressException.class)
                .message().endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "https://example.org/", "HTTPS://EXAMPLE.ORG/Path?q=1#part",
        "http://example.org:80/", "https://example.org:443/", "http://example.org:443/", "https://8.8.8.8/",
        "https://[2606:4700:4700::1111]/", "http://xn--exmple-cua.org/", "https://example.org./",
        "http://a1.b2.example/x",
        "https://0x7f.example/", "http://8.example/"})
    void the_public_web_is_reached(String address) throws RefusedAddressException {
        assertThat(Destination.of(address, NONE).uri().getFragment()).isNull();
    }

    @Test
    void what_an_operator_allows_is_reached_at_that_port_alone() throws RefusedAddressException {
        AllowedHosts allowed = AllowedHosts.of(List.of("127.0.0.1:8081", " Intranet:8080", "[::1]:9000"));

        assertThat(Destination.of("http://127.0.0.1:8081/x#y", allowed).port()).isEqualTo(8081);
        assertThat(Destination.of("https://INTRANET:8080/", allowed).host()).isEqualTo("intranet");
        assertThat(Destination.of("http://[::1]:9000/", allowed).host()).isEqualTo("::1");
        for (String other : List.of("http://127.0.0.1/", "http://127.0.0.1:8082/", "http://127.0.0.2:8081/",
                "http://intranet:8081/", "http://[::1]:9001/", "ftp://127.0.0.1:8081/", "http://a:b@127.0.0.1:8081/")) {
            assertThatThrownBy(() -> Destination.of(other, allowed)).isInstanceOf(RefusedAddressException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intranet", "intranet:", ":80", "http://intranet:80", "intranet:80/", "intranet:99999",
        "*:80",
        "::1:80", ""})
    void a_malformed_entry_is_refused_at_the_start(String entry) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutboundProperties(List.of(entry)))
                .withMessageContaining("guidepost.outbound.allowed-hosts");
    }
}
