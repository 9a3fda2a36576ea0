package org.waymark.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which area may join what another knows: for whatever records, with users or without. */
@Configuration(proxyBeanMethods = false)
public class SharingConfiguration {

    /** Nobody shares with anybody before they say so; local users have all areas, and could not tell the difference. */
    @Bean
    Sharing sharing(
            @Value("${waymark.access.sharing:}") String sharing, @Value("${waymark.oidc.issuer-uri:}") String issuer) {
        return sharing.isBlank() && issuer.isBlank() ? Sharing.EVERYBODY : Sharing.of(sharing);
    }
}
