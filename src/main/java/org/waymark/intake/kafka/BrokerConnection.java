package org.waymark.intake.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;

/**
 * What every client of the stream begins with: all that is said under {@code spring.kafka}, with where the broker is and
 * how to sign in there laid over it as Boot does it for the clients that it makes. Without that a certificate named by
 * {@code spring.kafka.ssl.bundle} would be known to some of them only.
 */
final class BrokerConnection {

    private BrokerConnection() {}

    static Map<String, Object> ofConsumer(KafkaProperties properties, KafkaConnectionDetails broker) {
        return connected(properties.buildConsumerProperties(), broker.getConsumer());
    }

    static Map<String, Object> ofProducer(KafkaProperties properties, KafkaConnectionDetails broker) {
        return connected(properties.buildProducerProperties(), broker.getProducer());
    }

    private static Map<String, Object> connected(
            Map<String, Object> said, KafkaConnectionDetails.Configuration broker) {
        Map<String, Object> settings = new HashMap<>(said);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.getBootstrapServers());
        SslBundle bundle = broker.getSslBundle();
        if (bundle != null) {
            settings.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class);
            settings.put(SslBundle.class.getName(), bundle);
        }
        String protocol = broker.getSecurityProtocol();
        if (protocol != null && !protocol.isBlank()) {
            settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
        }
        return settings;
    }
}
