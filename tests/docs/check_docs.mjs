// Looks at the pages of `baken pack docs` in headless Chromium, as a reader would meet them: at the width of a telephone
// and of a desk, without network, and on paper. Usage: check_docs.mjs FOLDER…; prints every fault, exit code 1 when any.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = [360, 1280];
// Findings are many and made by one function: at each width this many of them, spread over the list.
const findingsSeen = 6;
// axe walks every element: of a long list or table its first entries stand for the rest, which one function wrote.
const entriesSeen = 25;
const faults = [];

function fault(page, text) {
  faults.push(`${page}: ${text}`);
}

function pagesOf(folder) {
  const all = fs.readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
  const findings = all.filter((name) => name.startsWith('finding-'));
  const step = Math.max(1, Math.floor(findings.length / findingsSeen));
  const seen = new Set(findings.filter((_, i) => i % step === 0));
  return { all, seen: all.filter((name) => !name.startsWith('finding-') || seen.has(name)) };
}

// Every link of every page leads to a page and to an id on it; this needs no browser.
function checkLinks(folder, names) {
  const ids = new Map();
  const contents = new Map(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
  for (const [name, text] of contents) {
    ids.set(name, new Set([...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])));
  }
  for (const [name, text] of contents) {
    for (const [, href] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const [file, id] = href.split('#');
      const target = ids.get(file || name);
      if (!target || (id && !target.has(id))) fault(name, `link to ${href} leads nowhere`);
    }
  }
}

// Runs in the page.
function inspect() {
  const root = document.scrollingElement;
  const wide = root.scrollWidth > root.clientWidth
    ? [...document.querySelectorAll('main *, header *, footer *')]
        .filter((element) => !element.closest('thead') && element.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(0, 3)
        .map((element) => `${element.tagName.toLowerCase()} "${element.textContent.slice(0, 60)}"`)
    : [];
  const empty = [...document.querySelectorAll('h1, h2, h3, a, li, dt, dd, th, td, caption')]
    .filter((element) => element.textContent.trim() === '' && !element.closest('tbody td:last-child'))
    .map((element) => element.outerHTML.slice(0, 100));
  const text = document.body.innerText;
  const raw = text.match(/\b(undefined|null|NaN)\b|\$[0-9]|\b(fact|value|finding|advice|monitoring|document|profile)\.[a-z0-9_]+\.(label|question|title|heading|what|who)\b/);
  return { overflow: root.scrollWidth - root.clientWidth, wide, empty, raw: raw && raw[0] };
}

async function runAxe(tab, name) {
  await tab.evaluate(axeSource);
  const results = await tab.evaluate(async (seen) => {
    for (const list of ['main > article', 'tbody > tr', 'main li']) {
      document.querySelectorAll(`${list}:nth-of-type(n+${seen})`).forEach((element) => element.remove());
    }
    return (await axe.run(document, { resultTypes: ['violations'] })).violations;
  }, entriesSeen);
  for (const violation of results) {
    if (!['serious', 'critical'].includes(violation.impact)) continue;
    fault(name, `axe ${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 160)}`);
  }
}

async function checkPage(browser, folder, name, width) {
  const tab = await browser.newPage();
  try {
    tab.on('request', (request) => {
      if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) fault(name, `asks the network for ${request.url()}`);
    });
    tab.on('pageerror', (error) => fault(name, `script error ${error.message}`));
    await tab.setViewport({ width, height: 800 });
    await tab.goto(pathToFileURL(path.join(folder, name)).href);
    const seen = await tab.evaluate(inspect);
    if (seen.overflow > 0) fault(name, `at ${width} px wider than the screen by ${seen.overflow} px: ${seen.wide.join('; ')}`);
    for (const element of seen.empty.slice(0, 3)) fault(name, `nothing in ${element}`);
    if (seen.raw) fault(name, `raw text "${seen.raw}"`);
    // What axe looks at does not depend on the width, but for the stacked tables.
    if (width === widths[0]) await runAxe(tab, name);
  } finally {
    await tab.close();
  }
}

async function checkPrint(browser, folder, name) {
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(path.join(folder, name)).href);
  const pdf = await tab.pdf({ format: 'A4' });
  await tab.close();
  if (pdf.length < 5000 || Buffer.from(pdf.slice(0, 5)).toString() !== '%PDF-') fault(name, 'does not print');
}

async function main(folders) {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    .find((file) => fs.existsSync(file));
  if (folders.length === 0 || !executablePath) {
    console.error(executablePath ? 'usage: check_docs.mjs FOLDER…' : 'check_docs: no Chromium found');
    return 2;
  }
  // Without a sandbox: the pages are our own, and containers have none to give.
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
  let looked = 0;
  try {
    for (const folder of folders) {
      const pages = pagesOf(folder);
      checkLinks(folder, pages.all);
      for (const width of widths) {
        for (const name of pages.seen) {
          await checkPage(browser, folder, name, width);
          ++looked;
        }
      }
      await checkPrint(browser, folder, pages.seen.find((name) => name.startsWith('finding-')) ?? 'index.html');
    }
  } finally {
    await browser.close();
  }
  for (const line of faults) console.log(line);
  console.log(`docs: looked at ${looked} pages, ${faults.length} faults`);
  return looked > 0 && faults.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
