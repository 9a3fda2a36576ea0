package org.waymark.intake.kafka;

import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** The producer of what is refused, made when something is; one that failed for good is replaced. */
final class RejectedProducers implements Supplier<Producer<byte[], byte[]>>, DisposableBean {

    private final DefaultKafkaProducerFactory<byte[], byte[]> factory;

    RejectedProducers(DefaultKafkaProducerFactory<byte[], byte[]> factory) {
        this.factory = factory;
    }

    @Override
    public Producer<byte[], byte[]> get() {
        return factory.createProducer();
    }

    @Override
    public void destroy() {
        factory.destroy();
    }
}
