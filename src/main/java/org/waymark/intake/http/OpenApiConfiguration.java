package org.waymark.intake.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** The OpenAPI document: the calls from the controllers, the schemas from {@link DocumentSchemas}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";

    /** Whatever is called may answer with these. */
    private static final List<String> ANYWHERE = List.of("401", "403", "406", "429", "500");

    /** @param issuer the identity provider; blank for local users */
    @Bean
    OpenAPI openApi(@Value("${waymark.oidc.issuer-uri:}") String issuer) {
        boolean local = issuer.isBlank();
        SecurityScheme scheme = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(local ? BASIC : BEARER)
                .description(
                        local
                                ? "A local user and the password that the service tells when it starts."
                                : "A token of the identity provider that is made out to this service. A browser that has"
                                        + " signed in has a session instead: GET /api/session says what it needs.");
        return new OpenAPI()
                .info(new Info()
                        .title("Waymark")
                        .description("Screens a young person's assessment, recommends pathways and says why."
                                + " The system recommends, a person decides.")
                        .version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This service.")))
                .components(new Components().addSecuritySchemes(local ? BASIC : BEARER, scheme))
                .addSecurityItem(new SecurityRequirement().addList(local ? BASIC : BEARER));
    }

    @Bean
    OpenApiCustomizer schemas() {
        return document -> DocumentSchemas.all()
                .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
    }

    @Bean
    OperationCustomizer problems() {
        return (operation, handler) -> {
            Problems problems = handler.getMethodAnnotation(Problems.class);
            Stream<String> own = problems == null ? Stream.empty() : Stream.of(problems.value());
            Stream.concat(own, ANYWHERE.stream()).sorted().forEach(status -> addProblem(operation, status));
            return operation;
        };
    }

    private static void addProblem(Operation operation, String status) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        ApiResponse response = new ApiResponse()
                .description(HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
        operation.getResponses().addApiResponse(status, response);
    }
}
