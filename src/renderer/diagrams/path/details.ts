/** What each part of a path says of itself when pointed at or focused. */
import { linkRef, nodeRef, prefixRef } from '../references';
import { strings } from '../strings';
import type { Detail } from '../svg';
import { medianRtt } from './model';
import { isFold, linkTitle, type PathLink, type PathNode } from './node';

const texts = strings.path;

export function nodeDetail(node: PathNode): Detail {
  const prefix = node.step?.route?.prefix;
  return {
    name: nodeName(node),
    lines: nodeLines(node),
    refs: [
      ...(node.name === null ? [] : [nodeRef(node.name)]),
      ...(prefix === undefined ? [] : [prefixRef(prefix)]),
    ],
  };
}

function nodeName(node: PathNode): string {
  const ttl = node.ttls === null ? '' : texts.ttls(node.ttls[0], node.ttls[1]);
  const silence = node.hop?.silence ?? null;
  switch (node.role) {
    case 'source':
      return texts.sourceName(node.name ?? '', node.address ?? '');
    case 'transit':
      return texts.transitName(node.name ?? '', strings.nodeKinds[node.kind]);
    case 'target':
      return texts.targetName(strings.path.target(node.address ?? '', node.name));
    case 'gap':
      return node.ttls !== null && node.ttls[0] === node.ttls[1] && silence !== null
        ? texts.silentName(ttl, silence.text)
        : texts.silentRun(ttl);
    case 'around':
      return texts.aroundName(ttl);
    case 'unprobed':
      return texts.unprobedName(ttl);
    case 'hop':
      if (node.address === null) return texts.silentName(ttl, silence?.text ?? texts.noAnswer);
      return texts.hopName(
        ttl,
        [node.address, node.name, medianText(node)].filter((part) => part !== null).join(', '),
      );
  }
}

function medianText(node: PathNode): string | null {
  const rtt = medianRtt(node.rttMs);
  return rtt === null ? null : texts.milliseconds(rtt);
}

function nodeLines(node: PathNode): string[] {
  const { hop, step } = node;
  const lines: (string | null)[] = [];
  if (!isFold(node) && node.role !== 'target') {
    const area = node.area === null ? null : `${strings.areaKinds[node.area.kind]} ${node.area.name}`;
    lines.push(texts.kindIn(strings.nodeKinds[node.kind], area));
  }
  if (node.role === 'gap') lines.push(hop?.silence?.text ?? texts.noAnswerTo);
  if (node.address === null && node.role === 'hop' && node.name !== null) lines.push(node.name);
  if (hop !== null && hop.interface !== null) lines.push(texts.interface(hop.interface));
  if (node.rttMs.some((time) => time !== null)) {
    lines.push(
      texts.times(node.rttMs.map((time) => (time === null ? '*' : texts.milliseconds(time))).join(', ')),
    );
  }
  if (hop !== null && hop.hiddenAddress !== null) lines.push(texts.hidden(hop.hiddenAddress));
  if (node.report !== null) lines.push(texts.answered(strings.replies[node.report]));
  else if (hop !== null && hop.reply !== null) lines.push(texts.answered(strings.replies[hop.reply]));
  if (step !== null) {
    if (step.route !== null) {
      lines.push(texts.route(step.route.prefix, strings.sources[step.route.source]), step.route.why);
    }
    lines.push(step.note);
    if (node.role === 'hop' && step.ttlIn !== step.ttlOut) lines.push(texts.ttl(step.ttlIn, step.ttlOut));
  }
  return lines.filter((line): line is string => line !== null && line !== '');
}

export function linkDetail(link: PathLink): Detail | null {
  if (link.state === 'lost') return null;
  const name = texts.linkName(
    link.kind === null ? strings.linkKinds.link : strings.linkKinds[link.kind],
    linkTitle(link),
  );
  const refs = link.name === null ? [] : [linkRef(link.name)];
  if (link.state === 'down') return { name: texts.downName(name), lines: [], refs };
  return { name, lines: [texts.latency(`${link.latencyMs} ms`)], refs };
}

export function branchDetail(node: string, lines: readonly string[] = []): Detail {
  return { name: texts.branchName(node), lines, refs: [nodeRef(node)] };
}

export function returnDetail(node: string, lines: readonly string[]): Detail {
  return { name: texts.returnName(node), lines, refs: [nodeRef(node)] };
}
