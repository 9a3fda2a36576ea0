package org.waymark.intake.http;

import jakarta.servlet.Filter;
import java.time.Duration;
import org.apache.coyote.ProtocolHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What one caller may take of the service: so many requests, and so long to send one. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    private static final int SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER;

    @Bean
    FilterRegistrationBean<SafeHeaders> safeHeaders() {
        return placed(new SafeHeaders(), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<FailedSignIns> failedSignIns(
            @Value("${waymark.limits.failed-sign-ins-per-minute:300}") long perMinute) {
        return placed(new FailedSignIns(new Allowance(perMinute)), SECURITY - 1);
    }

    /** Behind the sign-in, so that it is known who asks, and in front of everything that they ask for. */
    @Bean
    FilterRegistrationBean<CallerLimit> callerLimit(
            @Value("${waymark.limits.requests-per-minute:6000}") long people,
            @Value("${waymark.limits.machine-requests-per-minute:60000}") long machines) {
        return placed(new CallerLimit(new Allowance(people), new Allowance(machines)), SECURITY + 1);
    }

    /** Behind the sign-in as well: who is not let in is told that, and nothing else. */
    @Bean
    FilterRegistrationBean<ShortQueries> shortQueries() {
        return placed(new ShortQueries(), SECURITY + 2);
    }

    private static <T extends Filter> FilterRegistrationBean<T> placed(T filter, int order) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patientServer(
            @Value("${waymark.limits.slowest-headers:20s}") Duration headers,
            @Value("${waymark.limits.slowest-body:60s}") Duration body,
            @Value("${waymark.limits.longest-pause:20s}") Duration pause) {
        return server -> {
            server.setProtocol(PatientProtocol.class.getName());
            server.addConnectorCustomizers(connector -> patience(connector.getProtocolHandler(), headers, pause));
            server.addEngineValves(new PatienceWithBodies(body));
        };
    }

    private static void patience(ProtocolHandler handler, Duration headers, Duration pause) {
        if (handler instanceof PatientProtocol protocol) {
            protocol.waitForHeaders(headers);
            protocol.setDisableUploadTimeout(false);
            protocol.setConnectionUploadTimeout((int) pause.toMillis());
        }
    }
}
