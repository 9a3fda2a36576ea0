package org.waymark.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.waymark.access.Caller;
import org.waymark.access.PageFace;
import org.waymark.access.SignIn;

/** People sign in at the provider, by browser, and have a session here; machines send a token of it with each call. */
final class ProviderSignIn implements SignIn {

    /** Where a browser begins. */
    static final String START =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/" + Provider.NAME;

    private static final String AFTER = "/";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final OidcSettings settings;
    private final Provider provider;
    private final AuthenticationEntryPoint unknown;
    private final Clock clock;
    private final String address;

    /** @param address where browsers are sent when they have signed out; with {@code {baseUrl}} standing for here */
    ProviderSignIn(
            OidcSettings settings, Provider provider, AuthenticationEntryPoint unknown, Clock clock, String address) {
        this.settings = settings;
        this.provider = provider;
        this.unknown = unknown;
        this.clock = clock;
        this.address = address;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        ClientRegistrationRepository clients = this::client;
        people(http, clients);
        machines(http);
        sessions(http);
        http.csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                .csrfTokenRequestHandler(new HeaderToken())
                .requireCsrfProtectionMatcher(ProviderSignIn::isChangeBySession));
        http.logout(out -> signedOut(out, clients));
    }

    @Override
    public void addToPages(HttpSecurity http, PageFace face) throws Exception {
        machines(http);
        sessions(http);
        http.csrf(csrf ->
                csrf.csrfTokenRepository(new SessionTokens()).requireCsrfProtectionMatcher(ProviderSignIn::isChange));
        http.logout(out -> signedOut(out.logoutUrl("/sign-out"), this::client));
    }

    @Override
    public Optional<String> elsewhere() {
        return Optional.of(START);
    }

    private @Nullable ClientRegistration client(String id) {
        return id.equals(Provider.NAME) ? provider.registration() : null;
    }

    private void people(HttpSecurity http, ClientRegistrationRepository clients) {
        AuthenticationFailureHandler told = unknown::commence;
        http.setSharedObject(ClientRegistrationRepository.class, clients);
        http.oauth2Login(login -> login.clientRegistrationRepository(clients)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(at -> at.authorizationRequestRepository(new BriefSessions()))
                .tokenEndpoint(at -> at.accessTokenResponseClient(Lines.tokens()))
                .userInfoEndpoint(at -> at.oidcUserService(new People(settings.mapping()).service()))
                .successHandler((request, response, who) -> {
                    request.getSession()
                            .setMaxInactiveInterval(
                                    Math.toIntExact(settings.idle().toSeconds()));
                    // Always to the same place: nobody can make a link that signs in and leads elsewhere.
                    response.sendRedirect(AFTER);
                })
                .failureHandler(told)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(told);
                        return filter;
                    }
                }));
    }

    private void machines(HttpSecurity http) throws Exception {
        Converter<Jwt, AbstractAuthenticationToken> known = this::machine;
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(unknown)
                .jwt(jwt -> jwt.decoder(provider::token).jwtAuthenticationConverter(known))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                        // That the provider is away is told as that, and not thrown at the server.
                        filter.setAuthenticationFailureHandler(unknown::commence);
                        return filter;
                    }
                }));
    }

    private AbstractAuthenticationToken machine(Jwt token) {
        Caller caller = settings.mapping()
                .caller(token.getClaims())
                .orElseThrow(() -> new InvalidBearerTokenException("the token names nobody"));
        return new JwtAuthenticationToken(token, Caller.authorities(caller.roles(), caller.areas()), caller.actor());
    }

    private void sessions(HttpSecurity http) throws Exception {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED)
                .sessionFixation(fixation -> fixation.changeSessionId()));
        http.securityContext(context -> context.securityContextRepository(new BrowserSessions()));
        http.addFilterBefore(new LongestSession(settings.longest(), clock), SecurityContextHolderFilter.class);
    }

    private void signedOut(LogoutConfigurer<HttpSecurity> out, ClientRegistrationRepository clients) {
        OidcClientInitiatedLogoutSuccessHandler atTheProvider = new OidcClientInitiatedLogoutSuccessHandler(clients);
        atTheProvider.setPostLogoutRedirectUri(address + "/");
        out.logoutSuccessHandler(atTheProvider).invalidateHttpSession(true).clearAuthentication(true);
    }

    private static boolean isChangeBySession(HttpServletRequest request) {
        return isChange(request) && request.getSession(false) != null;
    }

    /** No browser sends a token of its own accord. */
    private static boolean isChange(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod()) && !BrowserSessions.isByToken(request);
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"Waymark\"";
    }

    @Override
    public String howTo() {
        return "sign in with a browser at " + START + ", or send `Authorization: Bearer` with a token of your identity"
                + " provider that is made out to this service and has not run out";
    }
}
