import { chownSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFiles } from '../../electron/desk/files';
import { stepPiece } from '../../electron/review/review-store';
import { sampleInterview } from '../../shared/templates/sample';
import { toText } from '../../shared/interview/text';
import type { Interview } from '../../shared/interview/types';
import type { StepId } from '../../shared/review/workflow';
import { putOnDesk } from '../bench/long-piece';
import { picture } from '../support/builders';
import { editDocx, trackedReplace } from '../support/edit-docx';
import { shootEveryWay, writeSettings } from '../support/every-way';
import { giveToApp, newMachine, test } from '../support/launch';
import type { Machine, RunningApp } from '../support/launch';
import { withProposals, withThreads } from '../support/proposals';

const PROFILES = [
  { id: 'a', name: 'Lê Hảo', role: 'journalist' },
  { id: 'b', name: 'Trần Thu Hà', role: 'editor' },
  { id: 'c', name: 'Nguyễn Thị Bích Phượng', role: 'layout' },
];

const SAMPLE = sampleInterview(picture('vuon'));

/** Steps as they are taken at the desk, each by somebody, the last of them by the editor. */
async function stepTo(machine: Machine, id: string, steps: readonly StepId[]): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const done = await stepPiece(
      diskFiles,
      path.join(machine.desk, id),
      step,
      {
        name: step === 'submit' ? 'Lê Hảo' : 'Trần Thu Hà',
        role: step === 'submit' ? 'journalist' : 'admin',
        ...(step === 'send-back' || step === 'correct' ? { reason: 'Thiếu số liệu của năm ngoái.' } : {}),
      },
      Date.now() - 3_600_000 + at * 60_000,
    );
    if (!done.ok) throw new Error(`${id} ${step}: ${JSON.stringify(done.failure)}`);
  }
}

/** The superuser made the files; the app runs as somebody else. */
function handOver(folder: string): void {
  giveToApp(folder);
  for (const name of readdirSync(folder, { recursive: true })) giveToApp(path.join(folder, String(name)));
}

const HEADLINES: readonly (readonly [string, string, readonly StepId[]])[] = [
  ['nhap', 'Người giữ tiếng chiêng ở buôn Akô Dhông', []],
  ['gui', 'Bí thư Tỉnh ủy: “Năm nay phải dứt điểm việc giao đất cho dân”', ['submit']],
  ['gui2', 'Hiệu trưởng kể chuyện lớp học hai ca', ['submit']],
  ['xet', 'Bác sĩ vùng sâu và những ca cấp cứu giữa đêm mưa', ['submit', 'take']],
  ['tra', 'Chủ tịch xã trả lời về bãi rác đầu nguồn', ['submit', 'take', 'send-back']],
  ['duyet', 'Cà phê đặc sản: chậm mà chắc', ['submit', 'take', 'approve']],
  ['vo', 'Ông Ama Hlan: “Nước là của chung, phải ghi sổ chung”', ['submit', 'take', 'approve']],
  ['chuyen', 'Sáu mươi năm một tờ báo Đảng', ['submit', 'take', 'approve', 'hand-off']],
  ['dang', 'Nữ kiểm lâm đầu tiên của hạt Krông Năng', ['submit', 'take', 'approve', 'hand-off', 'publish']],
  ['tra2', 'Thầy giáo về hưu mở thư viện', ['submit']],
];

async function eveningDesk(): Promise<Machine> {
  const machine = newMachine();
  for (const [at, [id, headline, steps]] of HEADLINES.entries()) {
    const piece: Interview = { ...SAMPLE, headline: toText(headline) };
    putOnDesk(machine, id, piece);
    await stepTo(machine, id, steps);
    if (id === 'vo') putOnDesk(machine, id, { ...piece, kicker: toText('Chuyện của nước') });
    handOver(path.join(machine.desk, id));
    const when = new Date(Date.now() - at * 1_900_000);
    utimesSync(path.join(machine.desk, id, 'interview.json'), when, when);
  }
  // One whose review somebody wrote into by hand, one that is no piece any more, one that a colleague has open.
  putOnDesk(machine, 'hong', SAMPLE);
  writeFileSync(path.join(machine.desk, 'hong', 'interview.json'), '{"format":"galley", "headline": [');
  putOnDesk(machine, 'ngo', { ...SAMPLE, headline: toText('Bài có nhật ký bị sửa tay') });
  await stepTo(machine, 'ngo', ['submit', 'take']);
  const review = path.join(machine.desk, 'ngo', 'review.json');
  writeFileSync(review, readFileSync(review, 'utf8').replace('Lê Hảo', 'Lê Hào'));
  handOver(path.join(machine.desk, 'ngo'));
  const lease = path.join(machine.desk, 'xet', 'lease.json');
  writeFileSync(
    lease,
    `${JSON.stringify({
      format: 'galley-lease',
      writer: 'may2',
      name: 'Lê Hảo',
      machine: 'PHONGVIEN-02',
      since: new Date(Date.now() - 600_000).toISOString(),
      beat: 3,
    })}\n`,
  );
  giveToApp(lease);
  return machine;
}

async function open(galley: RunningApp, headline: string): Promise<void> {
  const { page } = galley;
  await page.locator('.piece-open', { hasText: headline }).first().click();
  await page.locator('.galley-text').waitFor();
  await page.keyboard.press('ControlOrMeta+5');
  await page.locator('.review-top').waitFor();
}

test('first start, the desk of an evening, who has a piece open', async ({ launch }) => {
  const machine = await eveningDesk();
  const galley = await launch({ machine });
  const { page } = galley;
  await page.locator('.who-line').waitFor();
  await shootEveryWay(page, 'first-start');
  await writeSettings(page, { profiles: PROFILES, profile: 'b' });
  await page.locator('.desk-head .profile-button').waitFor();
  await shootEveryWay(page, 'desk');
  await page.locator('.piece-open', { hasText: 'Bác sĩ' }).click();
  await page.getByRole('button', { name: 'Cùng viết' }).waitFor();
  await shootEveryWay(page, 'lease');
  await page.keyboard.press('ControlOrMeta+o');
  await open(galley, 'Bài có nhật ký bị sửa tay');
  await shootEveryWay(page, 'doubtful');
  await page.keyboard.press('ControlOrMeta+o');
  await open(galley, 'Ông Ama Hlan');
  await page.locator('.seal-line[data-seal="broken"]').waitFor();
  await shootEveryWay(page, 'broken-one');
  await page.keyboard.press('ControlOrMeta+o');
  await open(galley, 'Chủ tịch xã');
  await shootEveryWay(page, 'sent-back');
});

for (const [name, perBlock, threads] of [
  ['fifty', 3, 0],
  ['many', 9, 30],
] as const) {
  test(`proposals, ${name}`, async ({ launch }) => {
    const machine = newMachine();
    const piece = withProposals(SAMPLE, perBlock, ['Lê Thu Hà', 'Trần Mai']);
    putOnDesk(machine, 'bai', threads > 0 ? withThreads(piece, threads) : piece);
    await stepTo(machine, 'bai', ['submit', 'take']);
    handOver(path.join(machine.desk, 'bai'));
    const galley = await launch({ machine });
    const { page } = galley;
    await writeSettings(page, { profiles: PROFILES, profile: 'b' });
    await open(galley, 'Giữ giọt nước');
    await shootEveryWay(page, `${name}-changes`);
    await page.locator('.suggestions').waitFor();
    await page.locator('.galley-text').focus();
    await page.keyboard.press('Alt+j');
    await page.keyboard.press('Alt+j');
    await shootEveryWay(page, `${name}-change-chosen`);
    await page.locator('.review-switch').getByRole('tab').nth(1).click();
    if (threads > 0) await page.locator('.thread-head').nth(1).click();
    await shootEveryWay(page, `${name}-comments`);
  });
}

test('broken seal with many edits, comparison, versions, log, reason', async ({ launch }) => {
  const machine = newMachine();
  putOnDesk(machine, 'bai', SAMPLE);
  await stepTo(machine, 'bai', ['submit', 'take', 'send-back', 'submit', 'take', 'approve']);
  const edited: Interview = {
    ...SAMPLE,
    headline: toText('Giữ giọt nước cho mùa cà phê năm sau'),
    section: 'Kinh tế',
    body: SAMPLE.body.map((block, at) =>
      'text' in block && at % 3 !== 2
        ? { ...block, text: [...block.text, { text: ' Năm nay nước về chậm hơn nửa tháng.' }] }
        : block,
    ),
  };
  putOnDesk(machine, 'bai', edited);
  mkdirSync(path.join(machine.desk, 'bai', 'versions'), { recursive: true });
  handOver(path.join(machine.desk, 'bai'));
  const galley = await launch({ machine });
  const { page } = galley;
  await writeSettings(page, { profiles: PROFILES, profile: 'b' });
  await open(galley, 'Giữ giọt nước');
  await page.locator('.seal-line[data-seal="broken"]').waitFor();
  await page.locator('.seal-edits').waitFor();
  await shootEveryWay(page, 'broken-many');
  await page.locator('.seal-more summary').click();
  await shootEveryWay(page, 'broken-open');
  await page.locator('.seal-more summary').click();
  const standing = page.locator('.review-standing');
  await standing.getByRole('button', { name: 'Trả lại để sửa' }).click();
  await page.locator('.review-ask textarea').fill('Thiếu số liệu của năm ngoái, và chú thích ảnh chưa có tên người.');
  await shootEveryWay(page, 'reason');
  await page.locator('.review-ask textarea').press('Escape');
  await page.locator('.review-switch').getByRole('tab').nth(3).click();
  await shootEveryWay(page, 'history');
  await page.locator('.review-log').scrollIntoViewIfNeeded();
  await page
    .locator('.review-list')
    .last()
    .evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await shootEveryWay(page, 'log');
  await standing.getByRole('button', { name: 'Duyệt lại' }).click();
  await page.locator('.comparison').waitFor();
  await page.keyboard.press('F8');
  await shootEveryWay(page, 'compare-inline');
  await page.locator('.comparison-choice button').nth(1).click();
  await shootEveryWay(page, 'compare-sides');
  await page.locator('.comparison-choice button').nth(3).click();
  await shootEveryWay(page, 'compare-blocks');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+3');
  await shootEveryWay(page, 'checks');
  await page.locator('.workspace-head .profile-button').click();
  await shootEveryWay(page, 'people');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await shootEveryWay(page, 'settings');
});

test('places that two people changed, and what is left to check', async ({ launch }) => {
  const machine = newMachine();
  const disputed: Interview = {
    ...SAMPLE,
    headline: toText('Giữ giọt nước cho [[mùa cà phê sau | mùa cà phê năm tới]]'),
    body: SAMPLE.body.map((block, at) =>
      block.kind === 'answer' && at % 2 === 0
        ? {
            ...block,
            text: [
              { text: 'Năm nay nước về [[chậm hơn nửa tháng | muộn mười lăm ngày]], bà con phải chờ. ' },
              ...block.text,
            ],
          }
        : block,
    ),
  };
  const left: Interview = {
    ...SAMPLE,
    headline: toText('Bài còn nhiều chỗ phải xem'),
    standfirst: [],
    byline: [],
    body: SAMPLE.body.flatMap((block, at) => {
      if (block.kind === 'closing' || (block.kind === 'answer' && at < 6)) return [];
      return block.kind === 'photo' ? { ...block, caption: [], credit: [], alt: '' } : block;
    }),
  };
  putOnDesk(machine, 'trung', disputed);
  putOnDesk(machine, 'sot', left);
  for (const id of ['trung', 'sot']) handOver(path.join(machine.desk, id));
  const galley = await launch({ machine });
  const { page } = galley;
  await writeSettings(page, { profiles: PROFILES, profile: 'b' });
  await open(galley, 'Giữ giọt nước');
  await page.getByRole('tab', { name: /Chỗ trùng/ }).click();
  await page.locator('.conflict').first().waitFor();
  await shootEveryWay(page, 'conflicts');
  await page.keyboard.press('ControlOrMeta+o');
  await open(galley, 'Bài còn nhiều chỗ');
  await page.keyboard.press('ControlOrMeta+3');
  await shootEveryWay(page, 'checks-many');
});

test('the interviewee’s round', async ({ launch }) => {
  const machine = newMachine();
  putOnDesk(machine, 'bai', SAMPLE);
  handOver(path.join(machine.desk, 'bai'));
  const galley = await launch({ machine });
  const { page } = galley;
  const answer = (paths: readonly string[]) =>
    galley.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
    }, paths);
  await writeSettings(page, { profiles: PROFILES, profile: 'a' });
  await open(galley, 'Giữ giọt nước');
  await page.locator('.review-switch').getByRole('tab').nth(2).click();
  await shootEveryWay(page, 'round-none');
  await page.locator('.round').getByRole('button').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hạn gửi lại').fill('1/12/2026');
  await dialog.getByLabel('Mục đích phỏng vấn đã báo').fill('Số báo kỷ niệm ngày thành lập hợp tác xã');
  await shootEveryWay(page, 'round-send');
  await answer([machine.files]);
  await dialog.getByRole('button', { name: 'Chọn nơi lưu và gửi…' }).click();
  await page.locator('.round').getByText('Lần 1 gửi').waitFor({ timeout: 60_000 });
  await shootEveryWay(page, 'round-out');
  const docx = readdirSync(machine.files).find((name) => name.endsWith('-round-1.docx')) ?? '';
  const back = path.join(machine.files, 'gui-lai.docx');
  await editDocx(path.join(machine.files, docx), back, (xml, part) =>
    part === 'word/document.xml'
      ? ['nước', 'cà phê', 'vườn', 'bà con'].reduce((now, word) => trackedReplace(now, word, `${word} nhà`), xml)
      : xml,
  );
  chownSync(back, 65534, 65534);
  await answer([back]);
  await page.locator('.round').getByRole('button', { name: 'Nhận lại từ người trả lời…' }).click();
  await page.locator('.round-answers').waitFor();
  await shootEveryWay(page, 'round-back');
  const first = page.locator('.round-answer').first();
  await first.getByLabel('Lý do (ghi vào giấy báo)').fill('Không đúng băng ghi âm');
  await first.getByRole('button', { name: 'Giữ như đã gửi' }).click();
  await first.locator('.round-outcome').waitFor();
  await shootEveryWay(page, 'round-decided');
});
