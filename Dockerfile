# Builds the same image from the same commit: exact versions, hashes from the lock file, no scripts, and no time of
# the build in it, where the builder is given SOURCE_DATE_EPOCH (.github/workflows/image.yml, docs/operators.md).
# The image has Node itself, so the "node" package's own binary is not fetched.
FROM node:24.21.0-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-slim
# Health and metrics are served inside the container alone, unless HTTP_HOST says otherwise. Who sets no port has no check.
ENV NODE_ENV=production HTTP_PORT=9464
# A start is a third shorter where what was compiled is kept.
ENV NODE_COMPILE_CACHE=/app/data/compiled
# The allocator gives back what is free: 12 MB less at rest (docs/benchmarks.md).
ENV MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072 MALLOC_MMAP_THRESHOLD_=32768
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY src src
COPY sandbox sandbox
RUN mkdir data && chown 1000:1000 data
# As a number, so that a cluster can see that it is not root.
USER 1000:1000
VOLUME /app/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "const { HTTP_PORT: port } = process.env; if (port) fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=2", "--max-old-space-size=1024", "src/main.ts"]
