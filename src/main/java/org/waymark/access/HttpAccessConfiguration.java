package org.waymark.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds every call to the table. How a refusal reads is the business of the face that answers. */
@Configuration(proxyBeanMethods = false)
class HttpAccessConfiguration {

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http, SignIn signIn, AuthenticationEntryPoint unknown, AccessDeniedHandler refused)
            throws Exception {
        http.authorizeHttpRequests(HttpAccessConfiguration::table);
        signIn.addTo(http);
        http.addFilterAfter(new CrossSiteGuard(refused), HeaderWriterFilter.class);
        http.exceptionHandling(
                problems -> problems.authenticationEntryPoint(unknown).accessDeniedHandler(refused));
        // Nobody is sent back to an address that somebody else may have chosen.
        http.requestCache(AbstractHttpConfigurer::disable);
        http.headers(HttpAccessConfiguration::headers);
        return http.build();
    }

    static void table(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls) {
        // What answers after the fact, such as an error page, was let in when it was asked.
        calls.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
        for (Route route : AccessTable.ROUTES) {
            if (route.open()) {
                calls.requestMatchers(route.matcher()).permitAll();
            } else {
                calls.requestMatchers(route.matcher()).hasAnyRole(route.roleNames());
            }
        }
        // Actuator's endpoints pass by the interceptor, so here nothing is let through that has no row.
        calls.requestMatchers("/actuator/**").denyAll();
        // Whom we know is told that nothing is there, see AreaGuard.
        calls.anyRequest().authenticated();
    }

    /** The answers are data about children for one caller: not to be kept, framed, guessed at or run. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-store"));
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    /**
     * A case system's reference may hold any visible character, and its trail has to be found. Paths are taken apart
     * before they are decoded, here as in the mapping of calls, so that none of these can pass for a step of one.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowBackSlash(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    WebMvcConfigurer holdCallsToTheTable(AccessDeniedHandler refused, DecisionAreas decisions, BreakGlass glass) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AreaGuard(refused, decisions, glass));
            }
        };
    }
}
