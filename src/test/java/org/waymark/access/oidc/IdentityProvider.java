package org.waymark.access.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * An identity provider in a process of its own: Spring Authorization Server. Whoever is called `manager.sefton` there has
 * that role and that area, as person (password: their name) or as program (secret: the same); several are joined by `+`. It
 * also signs whatever it is asked to, and changes its key, which no real one would do for a stranger.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
public class IdentityProvider {

    static final String READY = "the identity provider is ready";
    static final String CLIENT = "waymark";
    static final String SECRET = "a secret between the two";

    private final AtomicReference<RSAKey> key = new AtomicReference<>(key());

    /** @param arguments its port */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(IdentityProvider.class);
        application.setDefaultProperties(Map.of(
                "server.port", arguments[0],
                "server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "logging.level.root", "WARN"));
        application.run("--spring.config.name=identity-provider");
        System.out.println(READY);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Bean
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(Customizer.withDefaults());
        });
        http.authorizeHttpRequests(calls -> calls.anyRequest().authenticated());
        http.exceptionHandling(
                problems -> problems.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(calls ->
                calls.requestMatchers("/test/**").permitAll().anyRequest().authenticated());
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/test/**"));
        http.formLogin(Customizer.withDefaults());
        return http.build();
    }

    @Bean
    UserDetailsService everybody() {
        return name -> User.withUsername(name)
                .password("{noop}" + name)
                .roles("PERSON")
                .build();
    }

    @Bean
    RegisteredClientRepository clients() {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                // Offered when a secret could be kept better than in clear text, which for a test is all the same.
            }

            @Override
            public RegisteredClient findById(String id) {
                return findByClientId(id);
            }

            @Override
            public RegisteredClient findByClientId(String id) {
                return id.equals(CLIENT) ? waymark() : program(id);
            }
        };
    }

    private static RegisteredClient waymark() {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://127.0.0.1/login/oauth2/code/waymark")
                .postLogoutRedirectUri("http://127.0.0.1/")
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private static RegisteredClient program(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            String name = context.getPrincipal().getName();
            context.getClaims().claims(claims -> claims.putAll(claimsOf(name)));
            boolean program = context.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS);
            if (program) {
                context.getClaims().audience(List.of(CLIENT));
            } else {
                context.getClaims().claim("preferred_username", name);
            }
        };
    }

    /** What Keycloak would write of somebody of that name. */
    static Map<String, Object> claimsOf(String name) {
        String[] parts = name.split("[.]", 2);
        return Map.of(
                "realm_access",
                Map.of(
                        "roles",
                        List.of(parts[0].split("[+]")).stream()
                                .map(role -> "wm-" + role)
                                .toList()),
                "areas",
                parts.length < 2 ? List.of() : List.of(parts[1].split("[+]")));
    }

    @Bean
    JWKSource<SecurityContext> keys() {
        return (selector, context) -> selector.select(new JWKSet(key.get()));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings(@Value("${server.port}") int port) {
        return AuthorizationServerSettings.builder()
                .issuer("http://127.0.0.1:" + port)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> whateverATestAsks(JwtEncoder encoder) {
        return RouterFunctions.route()
                .POST("/test/token", request -> ServerResponse.ok().body(signed(encoder, request.body(String.class))))
                .POST("/test/new-key", request -> {
                    key.set(key());
                    return ServerResponse.ok().build();
                })
                .GET(
                        "/test/key",
                        request ->
                                ServerResponse.ok().body(key.get().toPublicJWK().toJSONString()))
                .build();
    }

    private static String signed(JwtEncoder encoder, String claims) {
        JwtClaimsSet.Builder set = JwtClaimsSet.builder();
        JsonMapper.shared()
                .readValue(claims, Map.class)
                .forEach((name, value) -> set.claim(
                        String.valueOf(name),
                        List.of("iat", "exp", "nbf").contains(name)
                                ? Instant.ofEpochSecond(((Number) value).longValue())
                                : value));
        return encoder.encode(
                        JwtEncoderParameters.from(JwsHeader.with(() -> "RS256").build(), set.build()))
                .getTokenValue();
    }
}
