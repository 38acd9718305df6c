# The release archive in a container: make it first (mvn -Prelease -DskipTests package). The build of this image is untested.
FROM debian:bookworm-slim AS unpacked
COPY release/target/lockstep-*-linux-x64.tar.gz /tmp/lockstep.tar.gz
RUN mkdir /opt/lockstep && tar xzf /tmp/lockstep.tar.gz --strip-components=1 -C /opt/lockstep

FROM debian:bookworm-slim
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates procps \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /var/lib/lockstep lockstep \
    && ln -s /opt/lockstep/lockstep /usr/local/bin/lockstep
COPY --from=unpacked /opt/lockstep /opt/lockstep
USER lockstep
RUN mkdir -m 700 /var/lib/lockstep/data
ENV LOCKSTEP_DATA=/var/lib/lockstep/data
# The caches for a quick start, made once for the image.
RUN lockstep status --data /tmp/first || true; rm -rf /tmp/first
VOLUME /var/lib/lockstep/data
EXPOSE 8080
HEALTHCHECK --interval=30s --start-period=60s CMD ["lockstep", "health"]
ENTRYPOINT ["lockstep"]
CMD ["run", "--listen", "0.0.0.0"]
