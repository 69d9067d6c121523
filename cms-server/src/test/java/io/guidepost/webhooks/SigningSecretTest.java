package io.guidepost.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    /** The test vector of the reference implementations of Standard Webhooks. */
    @Test
    void a_message_is_signed_as_standard_webhooks_says() {
        SigningSecret secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_new_secret_has_32_bytes_of_its_own_and_is_not_told_by_accident() {
        SigningSecret secret = SigningSecret.random();

        assertThat(Base64.getDecoder().decode(secret.text().substring("whsec_".length()))).hasSize(32);
        assertThat(secret).isNotEqualTo(SigningSecret.random());
        assertThat(secret).hasToString("whsec_…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_?"})
    void what_is_no_secret_is_refused_and_not_repeated(String text) {
        assertThatThrownBy(() -> new SigningSecret(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2hvcnQ").hasMessageNotContaining("MfKQ");
    }
}
