package org.waymark.intake.kafka;

import java.util.List;
import java.util.Map;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.waymark.policy.impact.Post;
import org.waymark.policy.impact.Rescreening;

/** What of an instance of the service has to do with pieces: it sends them, takes them and does them. */
final class RescreeningNode implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    RescreeningNode(String brokers, Rescreening rescreening) {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(brokers.split(",")));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of("waymark.kafka.bootstrap-servers", brokers, "spring.kafka.bootstrap-servers", brokers)));
        context.registerBean(KafkaProperties.class, () -> kafka);
        context.registerBean(KafkaConnectionDetails.class, () -> kafka::getBootstrapServers);
        context.registerBean(Rescreening.class, () -> rescreening);
        context.register(RescreeningConfiguration.class);
        context.refresh();
    }

    Post post() {
        return context.getBean(Post.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
