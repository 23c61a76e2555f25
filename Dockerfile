ARG BASE=python:3.13-slim
FROM ${BASE}
COPY requirements.txt pyproject.toml README.md LICENSE /src/
RUN python3 -m venv /opt/sijill \
 && /opt/sijill/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /src/requirements.txt
COPY crawler /src/crawler
COPY archive /src/archive
COPY jobs /src/jobs
RUN /opt/sijill/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps /src \
 && /opt/sijill/bin/pip uninstall --yes --quiet pip

FROM ${BASE}
LABEL org.opencontainers.image.title="sijill" \
      org.opencontainers.image.description="An archive of bilingual news, English and Arabic side by side" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --uid 10001 --create-home --home-dir /home/sijill sijill \
 && install --directory --owner sijill --group sijill /data
COPY --from=0 /opt/sijill /opt/sijill
ENV PATH=/opt/sijill/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SIJILL_DATA=/data \
    SIJILL_HOST=0.0.0.0
USER sijill
WORKDIR /home/sijill
VOLUME /data
EXPOSE 8001
STOPSIGNAL SIGTERM
# Whatever the container runs (crawl, schedule or serve), its archive must be whole enough to be used.
HEALTHCHECK --interval=60s --timeout=20s --start-period=30s CMD ["sijill", "doctor", "--quick"]
ENTRYPOINT ["sijill"]
CMD ["schedule"]
