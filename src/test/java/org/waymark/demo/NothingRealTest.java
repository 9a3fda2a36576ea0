package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.waymark.access.AccessCannotStart;

class NothingRealTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waymark.oidc.issuer-uri=https://sign-in.example",
                "waymark.mongodb-uri=mongodb://db.example",
                "waymark.kafka.bootstrap-servers=broker.example:9092"
            })
    void a_demo_does_not_start_where_anything_real_is_set_up(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(DemoConfiguration.class)
                .withPropertyValues("waymark.demo=true", setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(AccessCannotStart.class)
                        .hasMessageContaining("`" + setting.substring(0, setting.indexOf('=')) + "`")
                        .hasMessageContaining("leave out --demo"));
    }
}
