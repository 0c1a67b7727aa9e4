# The image has Node 24 itself, so the "node" package's own binary is not fetched and no install script runs.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY src src
COPY sandbox sandbox
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
CMD ["node", "src/main.ts"]
