package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;

@RunningService
class StreamOffTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    @Test
    void where_no_broker_is_named_nothing_reads_or_looks_for_one() {
        assertThat(service.getBeansOfType(MessageListenerContainer.class)).isEmpty();
        assertThat(service.getBeansOfType(Admin.class)).isEmpty();
        assertThat(service.getBeansOfType(NewTopic.class)).isEmpty();
        assertThat(service.getBeansOfType(StreamWatch.class)).isEmpty();
        Api api = Api.at(port, "manager");
        assertThat(Api.send(api.request("/actuator/health").GET()).body()).doesNotContain("stream");
        assertThat(Api.send(api.request("/actuator/prometheus").GET()).body())
                .contains("waymark_unrecorded_decisions 0.0")
                .doesNotContain("waymark_stream", "kafka_consumer", "kafka_producer", "kafka_admin");
    }
}
