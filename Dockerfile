# Two stages: the build needs a JDK, what runs needs a JRE only (Drools brings its own compiler).
FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*
COPY . .
RUN ./mvnw --batch-mode --no-transfer-progress -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home --home-dir /waymark waymark
WORKDIR /waymark
COPY --from=build /src/target/waymark.jar waymark.jar
COPY --from=build /src/rules rules
# A volume that is mounted over one of these takes its owner over.
RUN mkdir data keys && chown waymark:waymark data keys && chmod 700 data keys
USER waymark
ENTRYPOINT ["java", "-jar", "waymark.jar"]
